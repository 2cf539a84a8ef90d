import type { Case } from '../../cases/case.ts'

/** A behaviour of Prism 5.14 that a conforming server does not have. Each quirk has a test. */
export interface Quirk {
  readonly id: string
  /**
   * The quirk as a sentence in the present tense. If the quirk makes a case not applicable, this sentence is the
   * reported reason.
   */
  readonly title: string
  /** True if the quirk affects the case, so that the mock's response proves nothing. */
  hides(aCase: Case): boolean
}

import type { Case } from '../../cases/case.ts'

/** An error of Prism 5.14 that makes responses useless as evidence. Each quirk has a test. */
export interface Quirk {
  readonly id: string
  /** Describes the quirk in the present tense. This is the printed reason for a case that is not applicable. */
  readonly title: string
  /** True if the quirk affects the case, so that the response proves nothing. */
  hides(aCase: Case): boolean
}

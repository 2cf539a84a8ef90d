import type { Case } from '../../cases/case.ts'

/**
 * A behaviour of Prism 5.14 that differs from that of a server that conforms to the document. Each quirk has a test.
 */
export interface Quirk {
  readonly id: string
  /** A sentence in the present tense. It is reported as the reason why a case is not applicable. */
  readonly title: string
  /** True if, because of the quirk, the mock's response to the case proves nothing. */
  hides(aCase: Case): boolean
}

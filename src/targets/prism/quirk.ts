import type { Case } from '../../cases/case.ts'

/** An error of Prism 5.14. The responses that it affects prove nothing. Each quirk has a test. */
export interface Quirk {
  readonly id: string
  /** A description of the quirk in the present tense. It is printed as the reason why a case is not applicable. */
  readonly title: string
  /** True if the quirk affects the response to the case, so that the response proves nothing. */
  hides(aCase: Case): boolean
}

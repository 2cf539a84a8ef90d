import type { Case } from '../../cases/case.ts'

/** Something that Prism 5.14 shows otherwise than a server that keeps the document would. Each has a test. */
export interface Quirk {
  readonly id: string
  /** A fact, present tense, told as the reason why a case is not applicable. */
  readonly title: string
  /** Whether the mock is no evidence about a case because of it: exactly these, and no more. */
  hides(aCase: Case): boolean
}

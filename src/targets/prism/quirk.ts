import type { Case } from '../../cases/case.ts'

/** A behaviour of Prism 5.14 that differs from a server that conforms to the document. Each has a test. */
export interface Quirk {
  readonly id: string
  /** Present tense; reported as the reason why a case is not applicable. */
  readonly title: string
  /** Whether it makes the mock's response to a case worthless as evidence. */
  hides(aCase: Case): boolean
}

import type { Case } from '../../cases/case.ts'

/** Something that Prism shows otherwise than a server that keeps the document would. Each has a test. */
export interface Quirk {
  readonly id: string
  /** A fact, present tense. */
  readonly title: string
  /** Whether the mock is no evidence about a case because of it. */
  hides(aCase: Case): boolean
}

export const MOCK_QUIRKS: readonly Quirk[] = []

/** The quirk because of which the mock is no evidence about a case, or nothing. */
export function hiddenByQuirk(aCase: Case): string | undefined {
  return MOCK_QUIRKS.find((quirk) => quirk.hides(aCase))?.title
}

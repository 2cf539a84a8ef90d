import { compileSchema } from '../schemas/check-value.ts'
import type { Schema } from '../schemas/schema.ts'
import { typesOf } from '../schemas/types-of.ts'

/** Longer than the widths that columns are given: 255, 1000, 2000, 4000. */
const LONG = 4500
// The dots of the second ë stand alone: somebody who composes them keeps another text.
const ODD = ` Ärztin «Zoë» Zoe\u0308 診察 😀 <b>it's</b> "100 %" \\ ${'lang '.repeat(LONG / 5)}\n `

export interface EdgeCaseString {
  readonly name: string
  readonly value: string
  /** Whether the content type says in which bytes it comes, as many clients do. */
  readonly saysCharset?: true
}

/** Texts that few think of and a schema allows: nothing at all, and other scripts, marks and blanks at some length. */
export function edgeCaseStrings(schema: Schema): EdgeCaseString[] {
  if (!typesOf(schema).includes('string')) return []
  const checker = compileSchema(schema)
  return (
    [
      { name: 'empty', value: '' },
      { name: 'odd', value: ODD, saysCharset: true },
    ] satisfies EdgeCaseString[]
  ).filter(({ value }) => checker.check(value, 'request').length === 0)
}

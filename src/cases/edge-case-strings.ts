import { compileSchema } from '../schemas/check-value.ts'
import type { Schema } from '../schemas/schema.ts'
import { typesOf } from '../schemas/types-of.ts'

/** Longer than usual column widths: 255, 1000, 2000, 4000. */
const LONG = 4500
// The second ë is decomposed (e and U+0308): a server that normalises it stores another string.
const ODD = ` Ärztin «Zoë» Zoe\u0308 診察 😀 <b>it's</b> "100 %" \\ ${'lang '.repeat(LONG / 5)}\n `

export interface EdgeCaseString {
  readonly name: string
  readonly value: string
  /** True if the content type has a charset, as many clients send it. */
  readonly saysCharset?: true
}

/** Unusual strings that the schema allows: an empty one, and a long one with other scripts, marks and white space. */
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

import { compileSchema } from '../../schemas/check-value.ts'
import type { Schema } from '../../schemas/schema.ts'
import { typesOf } from '../../schemas/types-of.ts'

/** Exceeds the limits of many database columns: 255, 1000, 2000, 4000. */
const LONG = 4500
// The second ë consists of two characters (e and U+0308). A server with Unicode normalization stores another string.
const ODD = ` Ärztin «Zoë» Zoe\u0308 診察 😀 <b>it's</b> "100 %" \\ ${'lang '.repeat(LONG / 5)}\n `

/** A string that servers often store wrongly. */
export interface EdgeCaseString {
  readonly name: string
  readonly value: string
  /** Set if the `Content-Type` header gets a charset. Many clients send one. */
  readonly saysCharset?: true
}

/** Returns unusual strings that the schema allows: an empty one, and a long one with markup and non-Latin letters. */
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

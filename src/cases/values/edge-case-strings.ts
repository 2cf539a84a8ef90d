import { compileSchema } from '../../schemas/check-value.ts'
import type { Schema } from '../../schemas/schema.ts'
import { typesOf } from '../../schemas/types-of.ts'

/** Longer than the limits of many database columns: 255, 1000, 2000, 4000. */
const LONG = 4500
// The second ë consists of two characters (e and U+0308). A server that normalizes it stores a different string.
const ODD = ` Ärztin «Zoë» Zoe\u0308 診察 😀 <b>it's</b> "100 %" \\ ${'lang '.repeat(LONG / 5)}\n `

/** A string that servers often store wrongly. */
export interface EdgeCaseString {
  readonly name: string
  readonly value: string
  /** Set if the content type of the request has a charset, which many clients add. */
  readonly saysCharset?: true
}

/**
 * Returns unusual strings that the schema allows: an empty string, and a long string with markup and letters of several
 * alphabets.
 */
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

import { compileSchema } from '../../schemas/check-value.ts'
import type { Schema } from '../../schemas/schema.ts'
import { typesOf } from '../../schemas/types-of.ts'

/**
 * The length of the long string. It exceeds the usual limits of database columns: 255, 1000, 2000 and 4000 characters.
 */
const LONG = 4500
// The second ë consists of two characters (e and U+0308). A server with Unicode normalization stores another string.
const ODD = ` Ärztin «Zoë» Zoe\u0308 診察 😀 <b>it's</b> "100 %" \\ ${'lang '.repeat(LONG / 5)}\n `

/** A short text with quotes, markup and non-Latin letters. */
export const QUOTES = `O'Hara "100 %" <b>Zo\u00eb</b> 診察 😀`

/** A string that servers often store wrongly. */
export interface EdgeCaseString {
  readonly name: string
  readonly value: string
  /** If true, the `Content-Type` header is sent with a charset, as many clients do. */
  readonly saysCharset?: true
}

/**
 * Returns unusual strings that the schema allows: an empty string, and a long string with markup and non-Latin letters.
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

import { compileSchema } from '../schemas/check-value.ts'
import type { Schema } from '../schemas/schema.ts'
import { typesOf } from '../schemas/types-of.ts'

/** Longer than a column that somebody made 255 wide. */
const LONG = 300
const ODD = ` Ärztin «Zoë» 診察 😀 <b>it's</b> "100 %" \\ ${'lang '.repeat(LONG / 5)}\n `

/** Texts that few think of and a schema allows: nothing at all, and other scripts, marks and blanks at some length. */
export function oddTexts(schema: Schema): { name: string; value: string }[] {
  if (!typesOf(schema).includes('string')) return []
  const checker = compileSchema(schema)
  return [
    { name: 'empty', value: '' },
    { name: 'odd', value: ODD },
  ].filter(({ value }) => checker.check(value, 'request').length === 0)
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareTexts } from '../../../../src/report/formats/html/share-texts.ts'

/** Replaces the references in `data` by texts, as the script of the page does. */
function read({ texts, data }: ReturnType<typeof shareTexts>): unknown {
  return JSON.parse(JSON.stringify(data), (_name, value: unknown) =>
    typeof value === 'string' && value.startsWith('~') ? texts[Number(value.slice(1))] : value,
  )
}

test('shareTexts replaces each repeated text of the report data by a reference such as ~0, and keeps other texts', () => {
  expect(shareTexts({ one: ['often here', 'once only'], other: { each: 'often here' } })).toEqual({
    texts: ['often here'],
    data: { one: ['~0', 'once only'], other: { each: '~0' } },
  })
})

test('data from shareTexts can be read back, even if a text begins with ~ like a reference', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('~0', '~1', '~', 'a repeated text'))
  fc.assert(
    fc.property(fc.array(fc.dictionary(text, fc.array(text))), (data) => {
      expect(read(shareTexts(data))).toEqual(JSON.parse(JSON.stringify(data)))
    }),
  )
})

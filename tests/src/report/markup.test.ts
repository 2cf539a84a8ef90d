import { expect, test } from 'vitest'
import { embedJson } from '../../../src/report/formats/html/markup.ts'

test('data of a page keeps all digits of integers, and cannot end the script element', () => {
  expect(embedJson({ least: 10n ** 25n, text: '</script>' }).html).toBe(
    String.raw`{"least":10000000000000000000000000,"text":"\u003c/script>"}`,
  )
})

import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { generate } from '../../../src/generate/generate.ts'

const DOCUMENT = `openapi: 3.1.0
info: { title: Texts, version: '1' }
paths: {}
components:
  schemas:
    Linear: { type: string, pattern: '^[a-z]+$' }
    Square: { type: string, pattern: '\\s+$' }
    Exponential: { type: string, pattern: '^(a+)+$' }
`

type Check = (value: unknown) => boolean

test('a generated validator does not match a slow pattern against a very long text', async () => {
  const files = await generate({ name: 'texts', document: documentFromText(DOCUMENT) })
  const text = files.find((file) => file.path.endsWith('validators.js'))?.text ?? ''
  const url = `data:text/javascript,${encodeURIComponent(text)}`
  const { isLinear, isSquare, isExponential } = (await import(/* @vite-ignore */ url)) as Record<string, Check>
  expect(['a'.repeat(100_000), `${'a'.repeat(100_000)}1`].map((value) => isLinear?.(value))).toEqual([true, false])
  expect(['b ', 'b', `${' '.repeat(1_000_000)}b`].map((value) => isSquare?.(value))).toEqual([true, false, true])
  expect(['aa', 'b', `${'a'.repeat(100)}b`].map((value) => isExponential?.(value))).toEqual([true, false, true])
})

import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { generate } from '../../../src/generate/generate.ts'

const DOCUMENT = `openapi: 3.0.3
info: { title: Drawings, version: '1' }
paths: {}
components:
  schemas:
    Figure:
      oneOf: [{ $ref: '#/components/schemas/Dot' }, { $ref: '#/components/schemas/Line' }]
      discriminator: { propertyName: kind, mapping: { point: '#/components/schemas/Dot' } }
    Dot: { type: object, required: [kind, x], properties: { kind: { type: string }, x: { type: number } } }
    Line: { type: object, required: [kind, to], properties: { kind: { type: string }, to: { type: number } } }
`

test('a generated validator refuses a value that does not match the branch that its discriminator names', async () => {
  const files = await generate({ name: 'drawings', document: documentFromText(DOCUMENT) })
  const text = files.find((file) => file.path.endsWith('validators.js'))?.text ?? ''
  const url = `data:text/javascript,${encodeURIComponent(text)}`
  const { isFigure } = (await import(/* @vite-ignore */ url)) as { isFigure(value: unknown): boolean }
  const values = [
    { kind: 'point', x: 1 },
    { kind: 'Line', to: 1 },
    { kind: 'point', to: 1 },
    { kind: 'Line', x: 1 },
    { kind: 'other', x: 1 },
  ]
  expect(values.map((value) => isFigure(value))).toEqual([true, true, false, false, true])
})

import { expect, test } from 'vitest'
import { isSerializableParameter } from '../../../src/cases/values/is-serializable-parameter.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import type { Json } from '../../../src/json.ts'

function written(parameter: Record<string, Json>, value: Json): boolean {
  const { in: place = 'query', ...rest } = parameter
  const path = place === 'path' ? '/a/{p}' : '/a'
  const get = { parameters: [{ name: 'p', in: place, required: place === 'path', ...rest }], responses: {} }
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { [path]: { get } } })
  const found = listOperations(documentFromText(text))[0]?.parameters[0]
  return found !== undefined && isSerializableParameter(found, value)
}

const list = { schema: { type: 'array', items: { type: 'string' } } }
const object = { schema: { type: 'object' } }

test.each<[what: string, parameter: Record<string, Json>, value: Json, isSerializable: boolean]>([
  ['a text can be serialized', { schema: { type: 'string' } }, 'a', true],
  ['an empty text can be serialized in a query', { schema: { type: 'string' } }, '', true],
  ['an empty text cannot be serialized in a path', { in: 'path', schema: { type: 'string' } }, '', false],
  [
    'spaces around the text of a header cannot be serialized',
    { in: 'header', schema: { type: 'string' } },
    ' a ',
    false,
  ],
  ['null cannot be serialized', { schema: { type: ['string', 'null'] } }, null, false],
  ['a list can be serialized', list, ['a', 'b'], true],
  ['an empty list cannot be serialized', list, [], false],
  ['a list of objects cannot be serialized', list, [{ a: 1 }], false],
  ['a comma within an item of a header list cannot be serialized', { in: 'header', ...list }, ['a,b'], false],
  [
    'a space within an item of a space-delimited list cannot be serialized',
    { style: 'spaceDelimited', explode: false, ...list },
    ['a b', 'c'],
    false,
  ],
  ['an object can be serialized', { style: 'deepObject', ...object }, { a: 'b' }, true],
  ['an object in an object cannot be serialized', { ...object }, { a: { b: 1 } }, false],
  ['JSON of any depth can be serialized', { content: { 'application/json': object } }, { a: { b: [null] } }, true],
])('the value of a parameter: %s', (_what, parameter, value, can) => {
  expect(written(parameter, value)).toBe(can)
})

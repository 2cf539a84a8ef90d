import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointer } from '../../../src/document/json-pointer.ts'
import { parseFile } from '../../../src/document/files/read-file.ts'
import { isArray, isObject, type Json } from '../../../src/json.ts'

/** Makes `parseFile` use the YAML parser: YAML allows comments and JSON does not. */
const asYaml = (text: string) => parseFile(`${text}\n# a comment`, 'file')

function pointersIn(value: Json, at = ''): string[] {
  const entries = isArray(value) || isObject(value) ? Object.entries(value) : []
  return [at, ...entries.flatMap(([key, each]) => pointersIn(each, at + pointer(key)))]
}

test('reading a JSON file gives the same value and the same positions as the YAML parser', () => {
  const layout = fc.constantFrom('', ' ', '\n', '\n\t', '  \r\n ')
  fc.assert(
    fc.property(
      fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())),
      layout,
      (value, space) => {
        const text = space.trimEnd() + JSON.stringify(value, null, space.includes('\n') ? 2 : space)
        const [json, yaml] = [parseFile(text, 'file'), asYaml(text)]
        expect(json.value).toEqual(yaml.value)
        for (const at of pointersIn(json.value)) expect([at, json.positionOf(at)]).toEqual([at, yaml.positionOf(at)])
      },
    ),
    { numRuns: 60, seed: 17 },
  )
})

test.each([
  ['a space before and after each token', '{ "a" : [ 1 , { "b" : "}" } ] , "c" : [ ] }'],
  ['escaped quotation marks and backslashes', String.raw`{"a\"":{"b\\":"\\"},"c":["\\\"", "]"]}`],
  ['keys that are digits', '{"responses":{"200":{"x":1},"100":{"y":2}}}'],
  ['an integer that a double cannot hold', '{"a":12345678901234567890,"b":[9007199254740993]}'],
])('a JSON file keeps its positions and values with %s', (_what, text) => {
  const [json, yaml] = [parseFile(text, 'file'), asYaml(text)]
  expect(json.value).toEqual(yaml.value)
  const places = pointersIn(json.value)
  expect(places.map(json.positionOf)).toEqual(places.map(yaml.positionOf))
})

test('a pointer to a missing value has the position of the nearest parent', () => {
  expect(parseFile('{\n  "a": { "b": 1 }\n}', 'file').positionOf('/a/c/d')).toEqual({ line: 2, column: 3 })
})

test.each([
  ['a repeated key', '{\n "a": 1,\n "a": 2\n}', 'unique'],
  ['a number too large for a double', '{ "a": 1e999 }', '.inf is not a JSON number'],
  ['a missing brace', '{ "a": [1, 2 }', 'file:1'],
])('%s in a JSON file is refused, and the error says why', (_what, text, message) => {
  expect(() => parseFile(text, 'file')).toThrow(message)
})

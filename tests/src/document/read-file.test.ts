import { expect, test } from 'vitest'
import { parseFile } from '../../../src/document/files/read-file.ts'

const valueOf = (text: string) => parseFile(text, 'file').value

test.each([
  ['words that only YAML 1.1 reads as booleans are texts', '[yes, no, on, off, y]', ['yes', 'no', 'on', 'off', 'y']],
  ['a date is a text', '[2020-01-01, 12:30:45]', ['2020-01-01', '12:30:45']],
  ['an octal or hexadecimal number is a number', '[0o17, 0x1F, 017]', [15, 31, 17]],
  [
    'an integer keeps every digit',
    '[9007199254740993, -12345678901234567890]',
    [9007199254740993n, -12345678901234567890n],
  ],
  [
    'a merge key adds what is missing',
    'a: &a { b: 1, c: 2 }\nd: { <<: *a, c: 3 }',
    { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } },
  ],
  ['a quoted merge key is an ordinary key', '{ "<<": 1 } # a comment', { '<<': 1 }],
  ['an unknown tag is ignored', '[!a 5, !b { c: 1 }, !c [d]]', ['5', { c: 1 }, ['d']]],
  ['a key of null is the empty key', '~: 1', { '': 1 }],
  ['a key `__proto__` is an ordinary key', '__proto__: { a: 1 }', JSON.parse('{ "__proto__": { "a": 1 } }')],
  ['a separator after the document has no meaning', 'a: 1\n---\n', { a: 1 }],
])('YAML: %s', (_title, text, value) => expect(valueOf(text)).toEqual(value))

test.each([
  ['a repeated key', 'a: 1\nb: 2\na: 3', 'keys must be unique', ':3:1'],
  ['a key that is written as a number and as a text', "200: 1\n'200': 2", 'keys must be unique', ':2:2'],
  ['an object as a key', 'paths:\n  {id}: 1', 'a key must be a text', ':2:3'],
  ['a placeholder of a template', 'a: { b: [c, {{ d }}] }', 'a key must be a text', ':1:14'],
  ['a second document', 'a: 1\n---\nb: 2', 'only one YAML document', ':3:1'],
  ['an alias without an anchor', 'a: 1\nb: *c', 'unidentified alias "c"', ':2:5'],
  ['a merge key whose value is not an object', 'a:\n  <<: 1', 'the value of `<<` must be an object', ':2:3'],
  ['600 levels', `${'['.repeat(600)}${']'.repeat(600)}`, 'the file is nested too deeply', ':1:'],
  ['an infinite number', 'a:\n  - 1e999', '.inf is not a JSON number', ':2:5'],
  ['a number that is too large for a double', 'a: 1.E+400', '.inf is not a JSON number', ':1:1'],
  ['several errors', 'a: "b" c\nd: @e\n', 'more errors in line 2', ':1:8'],
])('YAML with %s is refused, and the error names the line', (_what, text, message, place) => {
  expect(() => parseFile(text, 'file')).toThrow(message)
  expect(() => parseFile(text, 'file')).toThrow(`file${place}`)
})

test('YAML aliases that expand to a billion values are refused at once', () => {
  const names = Array.from('abcdefghi')
  const lines = names.map(
    (name, at) =>
      `${name}: &${name} [${Array(10)
        .fill(at === 0 ? 'x' : `*${names[at - 1]}`)
        .join(', ')}]`,
  )
  expect(() => parseFile(lines.join('\n'), 'file')).toThrow('the YAML aliases repeat too many values')
})

test('merge keys that copy 250,000 properties are refused', () => {
  const anchor = `a: &a { ${Array.from({ length: 500 }, (_, at) => `k${at}: 1`).join(', ')} }\n`
  const copies = Array.from({ length: 500 }, (_, at) => `b${at}: { <<: *a }\n`)
  expect(() => parseFile(anchor + copies.join(''), 'file')).toThrow('the merge keys (`<<`) copy too many properties')
})

test('a thousand uses of one YAML anchor are accepted', () => {
  expect(valueOf(`a: &a { b: 1 }\nc: [${Array(1000).fill('*a').join(', ')}]`)).toMatchObject({ a: { b: 1 } })
})

test.each([
  ['/a', '1:1'],
  ['/b', '2:1'],
  ['/b/0', '3:8'],
  ['/b/1/c', '4:10'],
  ['/b/1/c/d', '3:10'],
  ['/b/2', '5:5'],
  ['/1.5', '7:1'],
  ['/missing/child', '1:1'],
])('YAML: the position of %s is %s', (pointer, place) => {
  const lines = ['a: &a 1', 'b:', '  - &b { d: 2 }', '  - { !x c: *b }', '  - |', '    text', '1.50: e']
  const { positionOf } = parseFile(lines.join('\n'), 'file')
  const { line, column } = positionOf(pointer)
  expect(`${line}:${column}`).toBe(place)
})

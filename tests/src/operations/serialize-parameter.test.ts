import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { parseParameter, type Readable } from '../../../src/operations/read/parse-parameter.ts'
import { percentEncode, serializeParameter, type Written } from '../../../src/operations/serialize-parameter.ts'

type Place = Written['in']
const list = ['blue', 'black', 'brown']
const map = { R: '100', G: '200', B: '150' }

/** The examples of the table in OpenAPI 3.1.1 §4.8.12.6. Further rows cover combinations that this table leaves out. */
const TABLE: [Place, string, boolean, Json, string][] = [
  ['path', 'simple', false, 'blue', 'blue'],
  ['path', 'simple', false, list, 'blue,black,brown'],
  ['path', 'simple', true, list, 'blue,black,brown'],
  ['path', 'simple', false, map, 'R,100,G,200,B,150'],
  ['path', 'simple', true, map, 'R=100,G=200,B=150'],
  ['path', 'label', false, 'blue', '.blue'],
  ['path', 'label', false, list, '.blue,black,brown'],
  ['path', 'label', true, list, '.blue.black.brown'],
  ['path', 'label', false, map, '.R,100,G,200,B,150'],
  ['path', 'label', true, map, '.R=100.G=200.B=150'],
  ['path', 'matrix', false, '', ';color'],
  ['path', 'matrix', false, 'blue', ';color=blue'],
  ['path', 'matrix', false, list, ';color=blue,black,brown'],
  ['path', 'matrix', true, list, ';color=blue;color=black;color=brown'],
  ['path', 'matrix', false, map, ';color=R,100,G,200,B,150'],
  ['path', 'matrix', true, map, ';R=100;G=200;B=150'],
  ['query', 'form', false, '', 'color='],
  ['query', 'form', true, 'blue', 'color=blue'],
  ['query', 'form', false, list, 'color=blue,black,brown'],
  ['query', 'form', true, list, 'color=blue&color=black&color=brown'],
  ['query', 'form', false, map, 'color=R,100,G,200,B,150'],
  ['query', 'form', true, map, 'R=100&G=200&B=150'],
  ['query', 'spaceDelimited', false, list, 'color=blue%20black%20brown'],
  ['query', 'spaceDelimited', false, map, 'color=R%20100%20G%20200%20B%20150'],
  ['query', 'spaceDelimited', true, list, 'color=blue&color=black&color=brown'],
  ['query', 'pipeDelimited', false, list, 'color=blue%7Cblack%7Cbrown'],
  ['query', 'pipeDelimited', false, map, 'color=R%7C100%7CG%7C200%7CB%7C150'],
  ['query', 'deepObject', true, map, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
  ['header', 'simple', false, list, 'blue,black,brown'],
  ['header', 'simple', false, map, 'R,100,G,200,B,150'],
  ['header', 'simple', true, map, 'R=100,G=200,B=150'],
  ['cookie', 'form', true, 'blue', 'color=blue'],
  ['cookie', 'form', false, list, 'color=blue,black,brown'],
  ['cookie', 'form', true, list, 'color=blue; color=black; color=brown'],
]

const written = (place: Place, style: string, explode: boolean, more: Partial<Written> = {}): Written => ({
  name: 'color',
  in: place,
  style,
  explode,
  allowReserved: false,
  ...more,
})

function readable(parameter: Written, value: Json): Readable {
  const type = Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : 'string'
  const schema = { value: { type } } as unknown as NonNullable<Readable['schema']>
  return { ...parameter, schema }
}

describe('serializeParameter', () => {
  test.each(TABLE)(
    'writes a parameter (in: %s, style: %s, explode: %s) with the value %j as %s',
    (place, style, explode, value, text) => {
      expect(serializeParameter(written(place, style, explode), value)).toBe(text)
    },
  )

  test.each<[Json, string]>([
    [12, 'color=12'],
    [1.5e300, 'color=1.5e%2B300'],
    [true, 'color=true'],
    [null, 'color=null'],
    ['a b&c=d+e/é', 'color=a%20b%26c%3Dd%2Be%2F%C3%A9'],
    ["!'()*", 'color=%21%27%28%29%2A'],
    ['-._~', 'color=-._~'],
    [[], ''],
    [{}, ''],
    [['a,b', 'c'], 'color=a%2Cb&color=c'],
    ['\ud800', 'color=%EF%BF%BD'],
  ])('writes the value %j of a query parameter as %s', (value, text) => {
    expect(serializeParameter(written('query', 'form', true), value)).toBe(text)
  })

  test('does not encode reserved characters, except #, if the document has `allowReserved`', () => {
    const parameter = written('query', 'form', true, { allowReserved: true })
    expect(serializeParameter(parameter, '/a?b=%20%zz#é')).toBe('color=/a?b=%20%25zz%23%C3%A9')
  })

  test('serializes a parameter with a media type as JSON', () => {
    const json = { contentType: 'application/json' }
    expect(serializeParameter(written('query', 'form', true, json), { a: [1] })).toBe('color=%7B%22a%22%3A%5B1%5D%7D')
    expect(serializeParameter(written('path', 'simple', false, json), 'x')).toBe('%22x%22')
    expect(serializeParameter(written('header', 'simple', false, json), { a: 'é' })).toBe('{"a":"\\u00e9"}')
  })

  test('encodes in a header only characters that are not allowed in a header', () => {
    expect(serializeParameter(written('header', 'simple', false), 'a b/c?é\r\n')).toBe('a b/c?%C3%A9%0D%0A')
  })

  test('serializes nested objects in the style deepObject', () => {
    expect(serializeParameter(written('query', 'deepObject', true), { a: { b: 1 }, c: ['x', 'y'] })).toBe(
      'color%5Ba%5D%5Bb%5D=1&color%5Bc%5D=x&color%5Bc%5D=y',
    )
  })

  test('does not encode unreserved characters', () => {
    expect(percentEncode('AZaz09-._~')).toBe('AZaz09-._~')
  })
})

describe('parseParameter', () => {
  test.each(TABLE.filter(([, , , value]) => value !== ''))(
    'reads from a parameter (in: %s, style: %s, explode: %s) the value %j',
    (place, style, explode, value, text) => {
      expect(parseParameter(readable(written(place, style, explode), value), text)).toEqual(value)
    },
  )

  test.each<[string, Readable, string, Json | undefined]>([
    ['one of several in a query', readable(written('query', 'form', true), 'x'), 'size=1&color=a%20b&x', 'a b'],
    ['absent from a query', readable(written('query', 'form', true), 'x'), 'size=1', undefined],
    ['absent from cookies', readable(written('cookie', 'form', true), 'x'), 'size=1; x=2', undefined],
    ['with malformed percent-encoding', readable(written('path', 'simple', false), 'x'), '%zz', '%zz'],
    ['with unencoded delimiters', readable(written('query', 'pipeDelimited', false), []), 'color=a|b', ['a', 'b']],
    ['with spaces in a header', readable(written('header', 'simple', false), []), 'a, b ,c', ['a', 'b', 'c']],
    ['an empty list in a path', readable(written('path', 'simple', false), []), '', []],
    ['in another style, which gives undefined', readable(written('path', 'label', false), 'x'), 'blue', undefined],
    [
      'as JSON',
      { ...written('query', 'form', true), contentType: 'application/json' },
      'color=%7B%22a%22%3A1%7D',
      { a: 1 },
    ],
    [
      'as invalid JSON, which gives undefined',
      { ...written('header', 'simple', false), contentType: 'application/json' },
      '{',
      undefined,
    ],
    [
      'of a media type that is not JSON as a text',
      { ...written('header', 'simple', false), contentType: 'text/plain' },
      '12',
      '12',
    ],
  ])('reads a parameter: %s', (_name, parameter, text, value) => {
    expect(parseParameter(parameter, text)).toEqual(value)
  })
})

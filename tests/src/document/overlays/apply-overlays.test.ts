import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Document } from '../../../../src/document/document.ts'
import { readDocument, type ReadOptions } from '../../../../src/document/read-document.ts'
import { ContractError } from '../../../../src/errors.ts'

const DOCUMENT = `openapi: 3.1.0
info: { title: Rooms, version: '1' }
tags: [one, two, three]
paths:
  /rooms:
    get:
      summary: List rooms
      tags: [rooms, public]
      parameters:
        - { name: page, in: query }
        - { name: size, in: query }
        - { name: sort, in: query }
  /beds: { $ref: beds.yaml }
  /chairs: { $ref: '#/paths/~1rooms' }
`

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Reads the document `DOCUMENT` from a folder that also contains `files`. */
function read(files: Readonly<Record<string, string>>, options?: ReadOptions): Document {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'overlay-')))
  const all = { 'openapi.yaml': DOCUMENT, 'beds.yaml': 'get: { summary: List beds }\n', ...files }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text)
  const overlays = options?.overlays
  const named = Array.isArray(overlays) ? { overlays: overlays.map((name: string) => join(folder, name)) } : options
  return readDocument(join(folder, 'openapi.yaml'), named)
}

function overlay(actions: string, version = '1.1.0', more = 'extends: openapi.yaml'): string {
  return `overlay: ${version}\ninfo: { title: More about rooms, version: '1' }\n${more}\nactions:\n${actions}\n`
}

/** Applies an overlay that has the given actions to `DOCUMENT`, and returns the resulting document. */
const merged = (actions: string, version?: string): unknown =>
  read({ 'a.overlay.yaml': overlay(actions, version) }).root.value

function errorOf(actions: string, version?: string): ContractError {
  try {
    merged(actions, version)
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
  throw new Error('the overlay was applied')
}

describe('an overlay action with update', () => {
  test.each<[behaviour: string, actions: string, at: string, expected: unknown, version?: string]>([
    ['adds a property', '- { target: $.info, update: { x-team: blue } }', 'info.x-team', 'blue'],
    ['replaces a primitive', '- { target: $.info, update: { title: Halls } }', 'info.title', 'Halls'],
    [
      'merges objects recursively',
      '- { target: $, update: { info: { x-a: 1 } } }',
      'info',
      { title: 'Rooms', version: '1', 'x-a': 1 },
    ],
    [
      'concatenates nested arrays',
      '- { target: $, update: { tags: [four] } }',
      'tags',
      ['one', 'two', 'three', 'four'],
    ],
    [
      'concatenates nested arrays in Overlay 1.0 too',
      '- { target: $, update: { tags: [four] } }',
      'tags',
      ['one', 'two', 'three', 'four'],
      '1.0.0',
    ],
    [
      'concatenates an array with a selected array',
      '- { target: $.tags, update: [four, five] }',
      'tags',
      ['one', 'two', 'three', 'four', 'five'],
    ],
    [
      'appends an array as one entry in Overlay 1.0',
      '- { target: $.tags, update: [four] }',
      'tags',
      ['one', 'two', 'three', ['four']],
      '1.0.1',
    ],
    [
      'appends a primitive to a selected array',
      '- { target: $.tags, update: four }',
      'tags',
      ['one', 'two', 'three', 'four'],
    ],
    ['replaces a selected primitive', '- { target: $.info.title, update: Halls }', 'info.title', 'Halls'],
    [
      'selects by a filter',
      "- { target: \"$.paths['/rooms'].get.parameters[?@.name == 'size']\", update: { required: true } }",
      'paths./rooms.get.parameters.1.required',
      true,
    ],
    [
      'changes every selected node',
      '- { target: "$.paths[\'/rooms\'].get.parameters[*]", update: { in: header } }',
      'paths./rooms.get.parameters.2.in',
      'header',
    ],
    [
      'applies actions in order',
      '- { target: $.info, update: { x-a: { b: 1 } } }\n- { target: $.info.x-a, update: { c: 2 } }',
      'info.x-a',
      { b: 1, c: 2 },
    ],
    [
      'writes a property named __proto__',
      '- { target: $.info, update: { x-a: { "__proto__": 1 } } }',
      'info.x-a.__proto__',
      1,
    ],
  ])('%s', (_behaviour, actions, at, expected, version) => {
    expect(valueAt(merged(actions, version), at)).toEqual(expected)
  })
})

describe('an overlay action with remove or copy', () => {
  test.each<[behaviour: string, actions: string, at: string, expected: unknown]>([
    ['removes a property', '- { target: $.info.version, remove: true }', 'info', { title: 'Rooms' }],
    ['removes items of one array', '- { target: "$.tags[0,2]", remove: true }', 'tags', ['two']],
    [
      'removes a node only once if two selectors select it',
      '- { target: "$.tags[0,0]", remove: true }',
      'tags',
      ['two', 'three'],
    ],
    ['removes a primitive', '- { target: $.info.title, remove: true }', 'info', { version: '1' }],
    [
      'copies a node into another',
      '- { target: $.info, copy: "$.paths[\'/rooms\'].get" }',
      'info.summary',
      'List rooms',
    ],
    [
      'replaces an array if an earlier action removes it',
      '- { target: $.tags, remove: true }\n- { target: $, update: { tags: [new] } }',
      'tags',
      ['new'],
    ],
  ])('%s', (_behaviour, actions, at, expected) => {
    expect(valueAt(merged(actions), at)).toEqual(expected)
  })

  test('ignores `update` beside `remove: true` in Overlay 1.0', () => {
    const value = merged('- { target: $.tags, remove: true, update: x }', '1.0.0')
    expect(value).not.toHaveProperty('tags')
  })
})

describe('an overlay', () => {
  test.each<[what: string, actions: string, message: RegExp, line: string, version?: string]>([
    ['a target that selects nothing', '- { target: $.infos, update: {} }', /`\$\.infos` selects nothing/, ':5:'],
    [
      'a target in a referenced file',
      '- { target: "$.paths[\'/beds\'].get", update: {} }',
      /\/paths\/~1beds is a \$ref to another file, beds\.yaml/,
      ':5:',
    ],
    [
      'a target that is reached through a local reference',
      '- { target: "$.paths[\'/chairs\'].get", update: {} }',
      /is a \$ref to #\/paths\/~1rooms/,
      ':5:',
    ],
    ['a malformed query', '- { target: "$.paths[", update: {} }', /is not a JSONPath query: unclosed/, ':5:'],
    [
      'an update of another kind than its target',
      '- { target: $.info, update: { title: [x] } }',
      /array at \/info\/title cannot be merged into primitive/,
      ':5:',
    ],
    [
      'a target with nodes of several kinds',
      "- { target: \"$['info','tags']\", update: {} }",
      /several kinds: object, array/,
      ':5:',
    ],
    [
      'an update of a primitive in Overlay 1.0',
      '- { target: $.info.title, update: x }',
      /neither an object nor an array; Overlay 1\.0/,
      ':5:',
      '1.0.0',
    ],
    [
      'a copy of several nodes',
      '- { target: $.info, copy: "$.tags[*]" }',
      /must select exactly one node, but selects 3/,
      ':5:',
    ],
    ['the removal of the root', '- { target: $, remove: true }', /whole document cannot be removed/, ':5:'],
  ])('is rejected because of %s', (_what, actions, message, line, version) => {
    const error = errorOf(actions, version)
    expect(error.code).toBe('overlay-invalid')
    expect(error.details.what).toMatch(message)
    expect(error.details.where).toContain(`a.overlay.yaml${line}`)
    expect(error.details.next).toBeDefined()
  })
})

describe('locations in a merged document', () => {
  const at = (document: Document, pointer: string): string => {
    const { file, line, column } = document.locate(document.root.address + pointer)
    return `${relative(folder, file)}:${line}:${column}`
  }

  test('point to the overlay for values that the overlay wrote, and to the document for all other values', () => {
    const document = read({
      'a.overlay.yaml': overlay(
        "- target: $.info\n  update:\n    x-a:\n      b: 1\n- target: $.paths['/rooms'].get.parameters\n  update:\n    - name: sum\n      in: query",
      ),
    })
    expect(at(document, '/info/title')).toBe('openapi.yaml:2:9')
    expect(at(document, '/info/x-a/b')).toBe('a.overlay.yaml:8:7')
    expect(at(document, '/paths/~1rooms/get/parameters/2/name')).toBe('openapi.yaml:12:13')
    expect(at(document, '/paths/~1rooms/get/parameters/3/in')).toBe('a.overlay.yaml:12:7')
  })

  test('are correct for array items that get a lower index because an earlier item is removed', () => {
    const actions = '- { target: "$.paths[\'/rooms\'].get.parameters[0]", remove: true }'
    const document = read({ 'a.overlay.yaml': overlay(actions) })
    expect(at(document, '/paths/~1rooms/get/parameters/0/name')).toBe('openapi.yaml:11:13')
    expect(at(document, '/paths/~1rooms/get/parameters/1/name')).toBe('openapi.yaml:12:13')
  })

  test('point for each property to the overlay that wrote it, if two overlays wrote properties of one object', () => {
    const document = read({
      'a.overlay.yaml': overlay('- { target: $.info, update: { x-a: { b: 1, c: 1 } } }'),
      'b.overlay.yaml': overlay('- { target: $.info.x-a, update: { c: 2 } }'),
    })
    expect(at(document, '/info/x-a/b')).toMatch(/^a\.overlay/)
    expect(at(document, '/info/x-a/c')).toMatch(/^b\.overlay/)
  })

  test('in the error about a broken reference, point to the overlay that wrote the reference', () => {
    const actions = "- { target: $, update: { components: { schemas: { A: { $ref: '#/nowhere' } } } } }"
    expect(errorOf(actions).details.where).toMatch(/a\.overlay\.yaml:5:\d+ \/components\/schemas\/A$/)
    const remote = "- { target: $, update: { components: { schemas: { A: { $ref: 'https://rooms.test/a' } } } } }"
    expect(errorOf(remote).details.where).toMatch(/a\.overlay\.yaml:5:\d+$/)
  })
})

describe('the overlays of a document', () => {
  const team = (name: string): string => overlay(`- { target: $.info, update: { x-team: ${name} } }`)
  const other = overlay('- { target: $.info, update: { x-other: 1 } }', '1.1.0', 'extends: beds.yaml')

  test('are applied without an option if they are in the folder of the document and extend it', () => {
    const document = read({
      'a.overlay.yaml': team('blue'),
      'b.overlay.yaml': other,
      'c.overlay.yaml': overlay('- { target: $.info, update: { x-c: 1 } }', '1.1.0', ''),
    })
    expect(document.root.value['info']).toEqual({ title: 'Rooms', version: '1', 'x-team': 'blue' })
    expect(document.overlays.map(({ file }) => relative(folder, file))).toEqual(['a.overlay.yaml'])
  })

  test('from the option `overlays` are applied after those of the folder, in the given order, each only once', () => {
    const files = { 'a.overlay.yaml': team('blue'), 'y.yaml': team('red'), 'z.yaml': team('green') }
    const document = read(files, { overlays: ['z.yaml', 'a.overlay.yaml', 'y.yaml'] })
    expect(document.overlays.map(({ file }) => relative(folder, file))).toEqual(['a.overlay.yaml', 'z.yaml', 'y.yaml'])
    expect(document.root.value).toHaveProperty('info.x-team', 'red')
    expect(document.overlays.flatMap(({ overrides }) => overrides)).toEqual([
      { pointer: '/info/x-team', file: relative('.', join(folder, 'a.overlay.yaml')) },
      { pointer: '/info/x-team', file: relative('.', join(folder, 'z.yaml')) },
    ])
  })

  test('are not applied if the option overlays is false', () => {
    expect(read({ 'a.overlay.yaml': team('blue') }, { overlays: false }).overlays).toEqual([])
  })

  test('are listed with the SHA-256 of their text', () => {
    expect(read({ 'a.overlay.yaml': team('blue') }).overlays[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('are merged before a 3.0 document is converted to 3.1', () => {
    const document = read({
      'openapi.yaml': 'openapi: 3.0.3\ncomponents: { schemas: { A: { type: string } } }\n',
      'a.overlay.yaml': overlay('- { target: $.components.schemas.A, update: { nullable: true } }'),
    })
    expect(document.root.value).toHaveProperty('components.schemas.A.type', ['string', 'null'])
  })

  test('can refer to files in the folder of the document', () => {
    const document = read({
      'a.overlay.yaml': overlay(
        "- { target: $, update: { components: { pathItems: { bed: { $ref: 'beds.yaml' } } } } }",
      ),
    })
    expect(document.resolve(`${document.root.address}/components/pathItems/bed`).value).toHaveProperty('get')
  })
})

function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root)
}

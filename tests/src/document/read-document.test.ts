import { describe, expect, test } from 'vitest'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import { ContractError } from '../../../src/errors.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'

const FOLDER = 'tests/fixtures/document/read-document'

function errorOf(read: () => unknown): ContractError {
  try {
    read()
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
  throw new Error('the document was read')
}

describe('readDocument', () => {
  test.each<[file: string, code: string, what: string | RegExp | undefined, where: string]>([
    ['no-such-file.yaml', 'document-unreadable', 'the file does not exist', ''],
    ['cycle-of-files', 'document-unreadable', 'this path is a folder', ''],
    ['empty.yaml', 'document-empty', undefined, ''],
    ['only-a-comment.yaml', 'document-empty', undefined, ''],
    ['not-yaml.yaml', 'document-not-parsable', /\]/, ':4:1'],
    ['not-json.json', 'document-not-parsable', /./, ':3:1'],
    ['key-twice.yaml', 'document-not-parsable', /unique/, ':4:1'],
    ['many-aliases.yaml', 'document-not-parsable', /alias/, ''],
    ['a-list.yaml', 'document-not-openapi', 'the key `openapi` is missing', ':1:1'],
    ['no-version.yaml', 'document-not-openapi', 'the key `openapi` is missing', ':1:1'],
    ['version-4.yaml', 'document-not-openapi', 'the version openapi: "4.0.0" is not supported', ':1:1'],
    ['version-as-a-number.yaml', 'document-not-openapi', 'the version openapi: 3.1 is not supported', ':1:1'],
    ['swagger.yaml', 'document-not-openapi', 'this is a Swagger document (swagger: 2.0)', ':1:1'],
    [
      'remote-reference.yaml',
      'reference-remote',
      'https://orders.test/order.yaml#/Order',
      '#/components/schemas/Order',
    ],
    [
      'dangling-reference.yaml',
      'reference-not-found',
      '#/components/schemas/Lien',
      ':9:9 /components/schemas/Order/properties/line',
    ],
    [
      'badly-encoded-reference.yaml',
      'reference-not-found',
      '#/components/schemas/%zz',
      ':6:5 /components/schemas/Order',
    ],
    ['cycle.yaml', 'reference-cycle', '#/components/schemas/Egg', ':6:5 /components/schemas/Chicken'],
    ['cycle-of-one.yaml', 'reference-cycle', '#/components/schemas/Self', ':6:5 /components/schemas/Self'],
    ['cycle-of-files/openapi.yaml', 'reference-cycle', 'eggs.yaml#/Egg', ':6:5 /components/schemas/Chicken'],
  ])('rejects the file %s with the error code %s', (name, code, what, where) => {
    const error = errorOf(() => readDocument(`${FOLDER}/${name}`))
    expect(error.code).toBe(code)
    if (typeof what === 'string') expect(error.details.what).toBe(what)
    if (what instanceof RegExp) expect(error.details.what).toMatch(what)
    expect(error.details.where).toBe(`${FOLDER}/${name}${where}`)
    expect(error.details.next).toBeDefined()
  })

  test.each<[file: string, code: string, where: string]>([
    [
      'reference-to-no-file.yaml',
      'document-unreadable',
      `${FOLDER}/no-such-file.yaml, which the $ref at ${FOLDER}/reference-to-no-file.yaml#/components/schemas/Order leads to`,
    ],
    [
      'reference-to-a-folder.yaml',
      'document-unreadable',
      `${FOLDER}/cycle-of-files, which the $ref at ${FOLDER}/reference-to-a-folder.yaml#/components/schemas/Order leads to`,
    ],
    ['reference-into-a-broken-file.yaml', 'document-not-parsable', `${FOLDER}/not-yaml.yaml:4:1`],
  ])('rejects %s with an error that names the target file of its $ref', (name, code, where) => {
    const error = errorOf(() => readDocument(`${FOLDER}/${name}`))
    expect([error.code, error.details.where]).toEqual([code, where])
  })

  test('rejects a Swagger document with an error that names a converter', () => {
    expect(errorOf(() => readDocument(`${FOLDER}/swagger.yaml`)).details.next).toContain('npx swagger2openapi')
  })

  test('rejects a document that is given as text and has a $ref to a file that does not exist', () => {
    const text = "openapi: 3.1.0\npaths: { /a: { $ref: 'no-such-file.yaml' } }\n"
    expect(errorOf(() => documentFromText(text)).code).toBe('document-unreadable')
  })

  test('reads every file of a document once', () => {
    const document = readDocument(`${FOLDER}/several/openapi.yaml`)
    const names = [...document.resources.keys()].map((url) => url.slice(url.indexOf('several/')))
    expect(names).toEqual(['several/openapi.yaml', 'several/paths/order.yaml', 'several/parts.json'])
    const [operation] = listOperations(document)
    expect(operation?.parameters.map(({ name, address }) => [name, document.locate(address).line])).toEqual([['id', 3]])
    const schema = operation?.responses[0]?.content[0]?.schema
    expect(schema?.pointer).toBe('/responses/200/content/application~1json/schema')
  })

  test('gives the file, the line and the column of a value in a referenced file', () => {
    const document = readDocument(`${FOLDER}/several/openapi.yaml`)
    const root = document.root.address
    const order = document.resolve(document.target('parts.json#/schemas/Order', root))
    expect(document.locate(`${order.address}/properties/tree`)).toEqual({
      file: `${FOLDER}/several/parts.json`,
      pointer: '/schemas/Order/properties/tree',
      line: 8,
      column: 23,
    })
  })

  test('accepts a schema that refers to itself', () => {
    const document = readDocument(`${FOLDER}/several/openapi.yaml`)
    const tree = document.resolve(`${document.root.address}/components/schemas/Tree/properties/children/items`)
    expect(tree.address).toBe(`${document.root.address}/components/schemas/Tree`)
  })

  test('gives the position of the nearest parent if no value exists at a pointer', () => {
    const document = documentFromText('openapi: 3.1.0\ninfo:\n  title: Orders\n', 'orders.yaml')
    const at = (path: string): [number, number] => {
      const { line, column } = document.locate(`${document.root.address}${path}`)
      return [line, column]
    }
    expect(at('/info/title')).toEqual([3, 3])
    expect(at('/info/contact/name')).toEqual([2, 1])
    expect(at('')).toEqual([1, 1])
  })

  test('reads numeric YAML keys as strings', () => {
    const document = documentFromText(
      'openapi: 3.1.0\npaths: { /a: { get: { responses: { 200: { description: A } } } } }\n',
    )
    expect(listOperations(document)[0]?.responses[0]?.status).toBe('200')
  })

  test('treats a $ref in an example, a default or an enum as data', () => {
    const text = `openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        '200':
          description: A
          content:
            application/json:
              schema: { default: { $ref: '#/x' }, enum: [{ $ref: '#/y' }] }
              examples: { one: { value: { $ref: '#/z' } } }
`
    expect(documentFromText(text).root.value).toHaveProperty('openapi')
  })

  test('follows a $ref in a property or example whose name is also a keyword, such as `default`', () => {
    const text = `openapi: 3.1.0
components:
  examples: { default: { $ref: '#/components/examples/other' } }
  schemas: { A: { properties: { default: { $ref: '#/nowhere' } } } }
`
    expect(errorOf(() => documentFromText(text)).details.what).toBe('#/components/examples/other')
    const corrected = text.replace("$ref: '#/components/examples/other'", 'value: 1')
    expect(errorOf(() => documentFromText(corrected)).details.what).toBe('#/nowhere')
  })

  test('resolves a $ref to an $anchor', () => {
    const text = 'openapi: 3.1.0\ncomponents: { schemas: { A: { $anchor: a, type: string }, B: { $ref: "#a" } } }\n'
    const document = documentFromText(text)
    const { address } = document.resolve(`${document.root.address}/components/schemas/B`)
    expect(address).toBe(`${document.root.address}/components/schemas/A`)
  })

  test('decodes percent-encoding in a $ref', () => {
    const text = "openapi: 3.1.0\npaths: { '/a/{id}': { get: {} }, /b: { $ref: '#/paths/~1a~1%7Bid%7D' } }\n"
    const document = documentFromText(text)
    expect(document.resolve(`${document.root.address}/paths/~1b`).value).toEqual({ get: {} })
  })

  test.each<[behaviour: string, reference: string, target: string]>([
    ['another reference', '#/components/schemas/Alias/properties/id', '/components/schemas/Order/properties/id'],
    [
      'a reference to a reference',
      '#/components/schemas/Twice/properties/id',
      '/components/schemas/Order/properties/id',
    ],
    [
      'a reference with siblings',
      '#/components/schemas/Sibling/properties/id',
      '/components/schemas/Order/properties/id',
    ],
    ['a nullable schema with allOf', '#/components/schemas/Maybe/allOf/0', '/components/schemas/Maybe/anyOf/1/allOf/0'],
    [
      'a name with a space and a percent sign',
      '#/components/schemas/a%20b%/properties/id',
      '/components/schemas/a b%/properties/id',
    ],
  ])('resolves a $ref whose JSON pointer leads through %s', (_behaviour, reference, target) => {
    const text = `openapi: 3.0.3
components:
  schemas:
    Order: { properties: { id: { type: integer } } }
    Alias: { $ref: '#/components/schemas/Order' }
    Twice: { $ref: '#/components/schemas/Alias' }
    Sibling: { $ref: '#/components/schemas/Order', description: Ignored in 3.0 }
    Maybe: { nullable: true, allOf: [{ $ref: '#/components/schemas/Order' }] }
    'a b%': { properties: { id: { type: string } } }
    Used: { $ref: '${reference}' }
`
    const document = documentFromText(text)
    expect(document.target(reference, document.root.address)).toBe(document.root.address + target)
    expect(document.resolve(`${document.root.address}/components/schemas/Used`).value).toBeDefined()
  })

  test.each([
    [
      'a JSON pointer that leads through the same $ref',
      "A: { $ref: '#/components/schemas/A/properties/id' }",
      'reference-not-found',
    ],
    ['a file URL with a host', "A: { $ref: 'file://host/a.yaml' }", 'document-unreadable'],
    ['a file name with malformed encoding', "A: { $ref: '100%.yaml' }", 'document-unreadable'],
  ])('rejects a $ref to %s', (_what, schema, code) => {
    const text = `openapi: 3.1.0\ncomponents: { schemas: { ${schema} } }\n`
    expect(errorOf(() => documentFromText(text)).code).toBe(code)
  })

  test('resolves the address of a schema with a $ref and siblings to this schema, not to the target of the $ref', () => {
    const text = 'openapi: 3.1.0\ncomponents: { schemas: { A: {}, B: { $ref: "#/components/schemas/A", title: B } } }\n'
    const document = documentFromText(text)
    expect(document.resolve(`${document.root.address}/components/schemas/B`).value).toHaveProperty('title', 'B')
  })

  test('freezes values at every depth', () => {
    const document = documentFromText('openapi: 3.1.0\ninfo: { tags: [{ a: 1 }] }\n')
    expect(() => Object.assign(document.root.value['info'] as object, { title: 'x' })).toThrow(TypeError)
  })

  test('computes equal hashes for equal texts, and different hashes for different texts', () => {
    const hash = (text: string): string => documentFromText(text).sha256
    expect(hash('openapi: 3.1.0\n')).toMatch(/^[0-9a-f]{64}$/)
    expect(hash('openapi: 3.1.0\n')).toBe(hash('openapi: 3.1.0\n'))
    expect(hash('openapi: 3.1.0\n')).not.toBe(hash('openapi: 3.1.0 \n'))
  })

  test('ignores a byte order mark', () => {
    expect(documentFromText('\ufeff{"openapi":"3.1.0"}').openapi).toBe('3.1.0')
  })

  test('converts OpenAPI 3.0 to 3.1, and also keeps the document as its author wrote it', () => {
    const text = 'openapi: 3.0.3\ncomponents: { schemas: { A: { type: string, nullable: true } } }\n'
    const document = documentFromText(text)
    const [url = ''] = document.resources.keys()
    expect(document.openapi).toBe('3.0.3')
    expect(document.resources.get(url)).toHaveProperty('components.schemas.A', { type: ['string', 'null'] })
    expect(document.written.get(url)).toHaveProperty('components.schemas.A', { type: 'string', nullable: true })
  })

  test.each<[fact: string, text: string, what: string | RegExp, at: string]>([
    ['infinity', 'x-a: { maximum: .inf }', '.inf is not a JSON number', ':2:8'],
    ['NaN', 'x-a:\n  maximum: .nan', '.nan is not a JSON number', ':3:3'],
    [
      'an alias that refers to its own ancestor',
      'x-a: &a { self: *a }',
      'an alias refers to its own ancestor',
      ':2:11',
    ],
    ['excessive nesting', `x-a: ${'['.repeat(20_000)}`, 'the file is nested too deeply', ''],
  ])('rejects %s and names its position', (_fact, text, what, at) => {
    const error = errorOf(() => documentFromText(`openapi: 3.1.0\n${text}\n`, 'orders.yaml'))
    expect([error.code, error.details.what]).toEqual(['document-not-parsable', what])
    expect(error.details.where).toContain(`orders.yaml${at}`)
  })

  test('ignores YAML tags, and reads a YAML date as a string', () => {
    const text = 'openapi: 3.1.0\nx-a: { bytes: !!binary aGk=, own: !mine 3, day: 2030-01-02, set: !!set { a } }\n'
    expect(documentFromText(text).root.value['x-a']).toEqual({
      bytes: 'aGk=',
      own: '3',
      day: '2030-01-02',
      set: { a: null },
    })
  })

  test('applies YAML merge keys (`<<`), and gives a merged value the position at which it is written', () => {
    const text =
      'openapi: 3.1.0\nx-base: &base { description: common, content: {} }\nx-a: { <<: *base, description: own }\n'
    const document = documentFromText(text)
    expect(document.root.value['x-a']).toEqual({ description: 'own', content: {} })
    expect(document.locate(`${document.root.address}/x-a/description`).line).toBe(3)
  })

  const NAMED = `openapi: 3.1.0
components:
  schemas:
    Order:
      $id: https://orders.test/order
      properties:
        short: { $ref: '#/$defs/short' }
        long: { $ref: '#long' }
        count: { $ref: count }
        line: { $ref: '#/components/schemas/Line' }
      $defs:
        short: { maxLength: 3 }
        long: { $anchor: long, minLength: 4 }
        count: { $id: count, minimum: 2 }
    Line: { $ref: 'https://orders.test/count' }
`

  test.each([
    ['short', '/components/schemas/Order/$defs/short'],
    ['long', '/components/schemas/Order/$defs/long'],
    ['count', '/components/schemas/Order/$defs/count'],
    ['line', '/components/schemas/Order/$defs/count'],
  ])('resolves the $ref of the property `%s` against the $id of the schema that contains the property', (name, at) => {
    const document = documentFromText(NAMED)
    const { address } = document.resolve(`${document.root.address}/components/schemas/Order/properties/${name}`)
    expect(address).toBe(document.root.address + at)
  })

  test('treats a $ref to an unknown $id as a reference to another host, and rejects it', () => {
    const text = NAMED.replace("'https://orders.test/count'", "'https://orders.test/anonymous'")
    expect(errorOf(() => documentFromText(text)).code).toBe('reference-remote')
  })

  test('resolves a $ref that is a file name against the folder of its file, even if the schema around the $ref has an $id', () => {
    const file = `${FOLDER}/below-an-id/openapi.yaml`
    const document = readDocument(file)
    expect([...document.resources.keys()].map((url) => url.slice(url.lastIndexOf('/') + 1))).toEqual([
      'openapi.yaml',
      'line.yaml',
    ])
  })

  test('ignores a $ref in an extension, except if the document refers to the extension', () => {
    const text = `openapi: 3.1.0
x-theirs: { $ref: 'https://orders.test/never' }
x-parts: { Line: { items: { $ref: '#/nowhere' } } }
components: { schemas: { Order: { x-more: { $ref: no-such-file.yaml }, type: object } } }
`
    expect(documentFromText(text).openapi).toBe('3.1.0')
    const used = text.replace('type: object', "properties: { line: { $ref: '#/x-parts/Line' } }")
    expect(errorOf(() => documentFromText(used)).details.what).toBe('#/nowhere')
  })

  test('checks references in a component whose name begins with x-', () => {
    const text = "openapi: 3.1.0\ncomponents: { schemas: { x-order: { $ref: '#/nowhere' } } }\n"
    expect(errorOf(() => documentFromText(text)).code).toBe('reference-not-found')
  })
})

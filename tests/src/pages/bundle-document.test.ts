import { expect, test } from 'vitest'
import { documentFromText, readDocument } from '../../../src/document/read-document.ts'
import { isObject } from '../../../src/json.ts'
import { bundleDocument } from '../../../src/pages/bundle-document.ts'
import { folderWith } from '../../support/in-folder.ts'

const HEAD = "openapi: 3.1.0\ninfo: { title: Orders, version: '1', x-logo: { url: 'https://example.com/logo.svg' } }\n"

test('the files of a document are bundled into one file, and every reference leads to a target in that file', () => {
  const folder = folderWith({
    'openapi.yaml': `${HEAD}paths:
  /orders:
    get: { responses: { '200': { $ref: 'parts/answers.yaml#/ok' } } }
components: { schemas: { Order: { type: object } } }
`,
    'parts/answers.yaml': `
ok:
  description: fine
  content: { application/json: { schema: { $ref: '../openapi.yaml#/components/schemas/Order' }, example: { $ref: text } } }
  links: { next: { $ref: '#/next' } }
next: { operationId: orders }
`,
  })
  const document = readDocument(`${folder.path}/openapi.yaml`, {
    overlays: [],
    allowsRefOutside: false,
    formats: 'assert',
  })
  folder.remove()
  const bundle = bundleDocument(document)
  expect(bundle).toMatchObject({
    paths: { '/orders': { get: { responses: { '200': { $ref: '#/x-files/1/ok' } } } } },
    'x-files': {
      '1': {
        ok: {
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Order' }, example: { $ref: 'text' } },
          },
          links: { next: { $ref: '#/x-files/1/next' } },
        },
      },
    },
  })
})

test('the logo of a document is left out of the bundle, because it would be loaded from the network', () => {
  const { info } = bundleDocument(documentFromText(`${HEAD}paths: {}\n`))
  expect(info).toEqual({ title: 'Orders', version: '1' })
})

test('a reference without a target becomes an empty object in the bundle', () => {
  const folder = folderWith({
    'openapi.yaml': `${HEAD}paths: { /a: { get: { responses: { '200': { $ref: '#/nowhere' } } } } }\n`,
  })
  const document = readDocument(`${folder.path}/openapi.yaml`, {
    overlays: [],
    allowsRefOutside: false,
    formats: 'assert',
    keepsBroken: true,
  })
  folder.remove()
  const { paths } = bundleDocument(document)
  expect(isObject(paths) && paths['/a']).toEqual({ get: { responses: { '200': {} } } })
})

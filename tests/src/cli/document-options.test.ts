import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addDocumentOptions, documentOptionsOf, readApiDocument } from '../../../src/cli/document-options.ts'
import type { JsonObject } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import type { Schema } from '../../../src/schemas/schema.ts'
import { folderWith } from '../../support/in-folder.ts'

const DOCUMENT = `openapi: 3.1.0
info: { title: t, version: '1' }
paths: {}
components: { schemas: { Day: { type: string, format: date } } }
`

/** Reads a document with the given options. Returns true if the text `soon` is then valid for the format `date`. */
function acceptsAnyText(...args: readonly string[]): boolean {
  const command = addDocumentOptions(new Command()).parse([...args], { from: 'user' })
  const folder = folderWith({ 'openapi.yaml': DOCUMENT })
  try {
    const document = readApiDocument(`${folder.path}/openapi.yaml`, documentOptionsOf(command.opts(), 1))
    const { address, value } = document.resolve(`${document.root.address}/components/schemas/Day`)
    const schema: Schema = { document, address, pointer: '', value: value as JsonObject }
    return compileSchema(schema).isValid('soon', 'response')
  } finally {
    folder.remove()
  }
}

test('the keyword `format` is checked by default, and ignored with --formats annotate', () => {
  expect(acceptsAnyText()).toBe(false)
  expect(acceptsAnyText('--formats', 'assert')).toBe(false)
  expect(acceptsAnyText('--formats', 'annotate')).toBe(true)
})

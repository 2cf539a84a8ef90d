import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

const schemas = readdirSync('specs').filter((file) => file.endsWith('.schema.json'))

describe('the schemas of this package', () => {
  test('are found', () => expect(schemas).not.toEqual([]))

  // The gate compiles these schemas without validating them, so this test validates them.
  test.each(schemas)('%s is a valid schema of draft 2020-12', (file) => {
    const schema = JSON.parse(readFileSync(`specs/${file}`, 'utf8')) as object
    const ajv = new Ajv2020({ strict: false })
    expect([ajv.validateSchema(schema), ajv.errors ?? []]).toEqual([true, []])
  })
})

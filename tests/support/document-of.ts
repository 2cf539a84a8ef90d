import { documentFromText } from '../../src/document/read-document.ts'
import type { Json } from '../../src/json.ts'
import type { Schema } from '../../src/schemas/schema.ts'

/**
 * Returns the schema `value` as a component of a small document. `others` are additional components, which the schema
 * can reference.
 */
export function schemaOf(value: Json, others: Readonly<Record<string, Json>> = {}): Schema {
  const document = documentFromText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Orders', version: '1' },
      paths: {},
      components: { schemas: { ...others, Subject: value } },
    }),
    'orders.json',
  )
  const address = `${document.root.address}/components/schemas/Subject`
  const found = document.resolve(address)
  return { document, address: found.address, pointer: '', value: found.value as Schema['value'] }
}

import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Json } from '../../src/json.ts'
import { addFormats } from '../../src/schemas/formats.ts'

/** A second opinion: Ajv on the schema as it stands, with nothing of ours but the formats. */
export function plainAjv(schema: Json): (value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, multipleOfPrecision: 9, logger: false })
  addFormats(ajv)
  ajv.addSchema({ components: { schemas: { Subject: schema } } } as object, 'document')
  const validate = ajv.compile({ $ref: 'document#/components/schemas/Subject' })
  return (value) => validate(value) === true
}

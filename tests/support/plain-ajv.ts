import { Ajv2020 } from 'ajv/dist/2020.js'
import { isObject, type Json, type JsonObject } from '../../src/json.ts'
import { addFormats } from '../../src/schemas/formats.ts'

/**
 * Returns a validator of Ajv with the formats of this project. Tests compare this project's own validator with it. Ajv
 * collects all errors here: if it stops at the first error, it ignores `contains` beside `prefixItems` for an empty
 * array. But if it collects all errors, it throws for schemas in which several subschemas evaluate the same properties.
 * For such a schema, it stops at the first error.
 */
export function plainAjv(schema: Json): (value: Json) => boolean {
  const all = compiled(schema, true)
  let first: ((value: Json) => boolean) | undefined
  return (value) => {
    try {
      return all(value)
    } catch {
      first ??= compiled(schema, false)
      return first(value)
    }
  }
}

function compiled(schema: Json, allErrors: boolean): (value: Json) => boolean {
  const ajv = new Ajv2020({
    strict: false,
    allErrors,
    ownProperties: true,
    multipleOfPrecision: 9,
    logger: false,
    // The schema is not validated: for the validation, each instance of Ajv would compile the meta-schema, which takes
    // longer than the test.
    validateSchema: false,
  })
  addFormats(ajv)
  ajv.addSchema({ components: { schemas: { Subject: schema } } }, 'document')
  const validate = ajv.compile({ $ref: 'document#/components/schemas/Subject' })
  return (value) => validate(value) === true
}

/**
 * True if Ajv 8 possibly evaluates a schema wrongly. For `unevaluatedItems`, Ajv does not count the items that
 * `contains` evaluates (JSON Schema 2020-12 Core §11.2). Ajv refuses an empty array for `contains` beside
 * `prefixItems`.
 */
export function isMisreadByAjv(schema: Json): boolean {
  const objects = objectsIn(schema)
  return (
    (objects.some((each) => 'contains' in each) && objects.some((each) => 'unevaluatedItems' in each)) ||
    objects.some((each) => 'contains' in each && 'prefixItems' in each)
  )
}

function objectsIn(value: Json): JsonObject[] {
  const below = typeof value === 'object' && value !== null ? Object.values(value).flatMap(objectsIn) : []
  return isObject(value) ? [value, ...below] : below
}

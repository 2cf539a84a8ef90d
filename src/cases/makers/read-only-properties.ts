import { isJson } from '../../operations/media-types.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { Case } from '../case.ts'
import { draft, sendOf, type Maker } from '../maker.ts'

const ID = 'read-only'

/**
 * The maximum number of cases per operation. A few are enough, because a server with this error usually stores every
 * `readOnly` property.
 */
const MOST = 4

/**
 * Matches names of properties that identify the resource. They are not changed: if the server stored another id, the
 * gate could not find the resource.
 */
const IDENTITY = /id$|uuid|key$|slug|href|url$/i

/**
 * Makes updates that also send a `readOnly` property. The server must not store this property. Makes cases only for
 * live servers without scenarios.
 */
export const readOnlyProperties: Maker = {
  id: ID,
  make(operation, base, { target, seed }) {
    const { body } = base
    const schema = operation.requestBody?.content.find(({ range }) => isJson(range))?.schema
    const isUpdate = operation.method === 'PUT' || operation.method === 'PATCH'
    if (target !== 'live' || base.verbatim !== true || !isUpdate || schema === undefined || !isObject(body)) return []
    const inPath = new Set(operation.parameters.map(({ name }) => name))
    return [...fieldsOf(schema)]
      .filter(([name, field]) => field['readOnly'] === true && !inPath.has(name) && !IDENTITY.test(name))
      .flatMap(([name, field]): [string, Json][] => {
        const property = propertySchema(schema, name)
        const drawn = property === undefined ? undefined : drawValue(property, { direction: 'response', seed })
        const values = isArray(field['enum']) ? field['enum'] : field['type'] === 'boolean' ? [true, false] : [drawn]
        return values.flatMap((value): [string, Json][] => (value === undefined ? [] : [[name, value]]))
      })
      .slice(0, MOST)
      .map(([name, value], index): Case =>
        draft(ID, operation, base, {
          name: `${name}/${index + 1}`,
          title: `does not store ${name}, which is readOnly`,
          send: sendOf(base, { body: { ...body, [name]: value } }),
          expect: { kind: 'documented' },
          proves: [],
        }),
      )
  },
}

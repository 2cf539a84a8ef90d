import { isObject, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import type { NegativeValue } from '../../schemas/negative-values/draw-negative-values.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { typesOf } from '../../schemas/types-of.ts'

/** The maximum number of cases for one operation. A response may have many properties. */
const MOST = 6

/**
 * Makes updates that each send a property of the response that the request does not declare. A server that copies the
 * whole body into its record would store this property. Makes no cases if the request allows unknown properties.
 */
export function massAssignment(
  operation: Operation,
  miss: NegativeValue,
  base: Json | undefined,
  seed: number,
): NegativeValue[] {
  const { update } = operation
  const { keyword } = miss
  if (update === undefined || !isObject(base)) return []
  if (keyword.name !== 'additionalProperties' || keyword.instance !== '' || miss.name !== 'unknown') return []
  const shown = operation.responses.find(({ status }) => status.startsWith('2'))?.content[0]?.schema
  if (shown === undefined) return []
  const inRequest = new Set(update.fields.map(({ name }) => name))
  const inPath = new Set(operation.parameters.map(({ name }) => name))
  return [...fieldsOf(shown).keys()]
    .filter((name) => !inRequest.has(name) && !inPath.has(name) && !update.volatile.includes(name))
    .flatMap((name): NegativeValue[] => {
      const schema = propertySchema(shown, name)
      if (schema === undefined || typesOf(schema).some((type) => type === 'object' || type === 'array')) return []
      const value = drawValue(schema, { direction: 'response', seed })
      return value === undefined ? [] : [{ ...miss, name, value: { ...base, [name]: value } }]
    })
    .slice(0, MOST)
}

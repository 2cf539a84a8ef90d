import { asObject, isObject, type Json } from '../../json.ts'
import type { UpdateRule } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import type { NegativeValue } from '../../schemas/negative-values/draw-negative-values.ts'
import type { Schema } from '../../schemas/schema.ts'
import type { BaseRequest } from '../plan-context.ts'
import { existingValue } from './existing-value.ts'

/**
 * Changes some invalid bodies of a partial update so that only the invalid field remains. With other fields, the server
 * might refuse the body because these fields conflict, and not because of the invalid field. Changes only the first
 * violation of each keyword, and only if `base` does not have the invalid field. Other invalid bodies keep their valid
 * fields: they detect a server that stores a part of a refused request. A null is never sent alone, because a server
 * that ignores null would see an empty update.
 */
export function withFieldsAlone(
  misses: readonly NegativeValue[],
  { schema, base, update }: { readonly schema: Schema; readonly base: Json; readonly update?: UpdateRule | undefined },
): readonly NegativeValue[] {
  if (update === undefined || !isObject(base)) return misses
  const others = new Set(update.fields.map(({ name }) => name).filter((name) => !Object.hasOwn(base, name)))
  const done = new Set<string>()
  return misses.map((miss) => {
    const { keyword, value, needed } = miss
    const [field = ''] = keyword.instance.split('/').slice(1)
    const invalid = isObject(value) ? value[field] : undefined
    if (!others.has(field) || invalid === undefined || invalid === null || !needed) return miss
    if (done.has(keyword.pointer)) return miss
    const alone = { [field]: invalid }
    const allowed = [keyword, ...miss.companions].map(({ pointer }) => pointer)
    const broken = compileSchema(schema).checkAll(alone, 'request')
    if (!broken.every((each) => allowed.includes(each.keyword.pointer))) return miss
    done.add(keyword.pointer)
    return { ...miss, value: alone }
  })
}

/**
 * Adds a valid field to an update whose only field is null. A server that ignores null would otherwise see an empty
 * update and refuse the request for this reason.
 */
export function withCompanion(operation: Operation, base: BaseRequest, miss: NegativeValue): NegativeValue {
  const { value } = miss
  const [field, ...others] = Object.keys(asObject(value))
  if (operation.update === undefined || !isObject(value) || field === undefined || others.length > 0) return miss
  if (value[field] !== null) return miss
  for (const { name } of operation.update.fields) {
    const companion = name === field ? undefined : existingValue(operation, base, name)
    if (companion !== undefined) return { ...miss, value: { ...value, [name]: companion } }
  }
  return miss
}

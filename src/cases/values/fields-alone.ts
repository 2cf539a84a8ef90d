import { isObject, type Json } from '../../json.ts'
import type { UpdateRule } from '../../operations/annotations.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import type { NegativeValue } from '../../schemas/draw-negative-values.ts'
import type { Schema } from '../../schemas/schema.ts'

/**
 * Returns the negative bodies of a partial update, with some fields sent alone. A server may refuse two fields together
 * for a reason of its own, such as a new time together with a new status. That refusal would hide that the server accepts
 * the invalid value. For each keyword of a field that `base` lacks, the first value that is not null is sent alone. The
 * other values stay beside the fields of `base`, because only there a server can store one part of a refused request.
 * Null stays there too: to a server that ignores it, null alone is an empty update.
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

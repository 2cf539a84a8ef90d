import { isArray, isObject, type Json } from '../../src/json.ts'
import { pointer } from '../../src/document/json-pointer.ts'

/** A value, and a description of how it was made, such as `/note → null`. */
export interface Witness {
  readonly how: string
  readonly value: Json
}

const OTHERS: readonly Json[] = [null, true, 0, 1.5, -1, 2 ** 40, '', 'text', '2026-02-30', [], [null], {}, { a: 1 }]

/** Returns the value, and copies of the value in which one part is missing, replaced or added. */
export function witnessesAround(base: Json): Witness[] {
  const all = [{ how: 'as it is', value: base }, ...changed(base, '')]
  const seen = new Set<string>()
  return all.filter(({ value }) => {
    const text = JSON.stringify(value)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

function changed(value: Json, at: string): Witness[] {
  const here = OTHERS.map((other) => ({ how: `${at} → ${JSON.stringify(other)}`, value: other }))
  if (isArray(value)) {
    const items = value.flatMap((item, index) =>
      changed(item, at + pointer(index)).map((each) => ({ ...each, value: value.with(index, each.value) })),
    )
    return [...here, ...items]
  }
  if (!isObject(value)) return here
  const more = { how: `${at} has one more`, value: { ...value, bogus: 1 } }
  const members = Object.entries(value).flatMap(([key, member]) => {
    const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
    const others = changed(member, at + pointer(key)).map((each) => ({
      ...each,
      value: { ...value, [key]: each.value },
    }))
    return [{ how: `${at}${pointer(key)} is gone`, value: rest }, ...others]
  })
  return [...here, more, ...members]
}

/**
 * Returns a function that computes a value only once for each pair of objects. If the second argument is no object, the
 * value is computed each time. The cache does not keep the objects alive.
 */
export function oncePerPair<One extends object, Other, Value>(
  compute: (one: One, other: Other) => Value,
): (one: One, other: Other) => Value {
  const computed = new WeakMap<One, WeakMap<object, { readonly value: Value }>>()
  return (one, other) => {
    if (typeof other !== 'object' || other === null) return compute(one, other)
    const known = computed.get(one) ?? new WeakMap<object, { readonly value: Value }>()
    computed.set(one, known)
    const result = known.get(other) ?? { value: compute(one, other) }
    known.set(other, result)
    return result.value
  }
}

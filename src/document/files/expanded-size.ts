/** Returns the number of values inside a value. Counts the target of a YAML alias once for each alias. */
export function expandedSize(value: unknown, known = new Map<object, number>()): number {
  if (typeof value !== 'object' || value === null) return 1
  const already = known.get(value)
  if (already !== undefined) return already
  const size = Object.values(value).reduce<number>((sum, each) => sum + expandedSize(each, known), 1)
  known.set(value, size)
  return size
}

/** The form and the limits of a 64-bit integer. */
interface Int64Limits {
  readonly form: 'bigint' | 'string'
  readonly nullable: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
}

/**
 * True for a 64-bit integer that has the right form and is within its limits. Also true for null if the schema allows
 * null.
 */
export function isInt64As(value: unknown, limits: Int64Limits): boolean {
  if (value === null) return limits.nullable
  const isDigits = limits.form === 'string' && typeof value === 'string' && /^-?\d{1,19}$/.test(value)
  if (!isDigits && (limits.form === 'string' || typeof value !== 'bigint')) return false
  const exact = BigInt(value as string | bigint)
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf = 1 } = limits
  return (
    BigInt.asIntN(64, exact) === exact &&
    (minimum === undefined || exact >= minimum) &&
    (maximum === undefined || exact <= maximum) &&
    (exclusiveMinimum === undefined || exact > exclusiveMinimum) &&
    (exclusiveMaximum === undefined || exact < exclusiveMaximum) &&
    (!Number.isInteger(multipleOf) || exact % BigInt(multipleOf) === 0n)
  )
}

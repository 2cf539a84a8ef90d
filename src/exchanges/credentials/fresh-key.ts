import { createHash } from 'node:crypto'
import type { Operation } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'

/**
 * Returns the documented header parameter whose name, in lower case, is `name`. Returns undefined if the document has
 * no such parameter.
 */
export function headerParameter({ parameters }: Operation, name: string): Operation['parameters'][number] | undefined {
  return parameters.find((each) => each.in === 'header' && each.name.toLowerCase() === name)
}

/**
 * Returns a value for the header `Idempotency-Key`: a UUID, or a shorter text if the schema requires it. Equal values
 * of `unique` give equal keys. Different requests must not share a key (draft-ietf-httpapi-idempotency-key-header
 * §2.2). Returns undefined if the operation does not have this header, or if no value is valid.
 */
export function freshKey(operation: Operation, unique: string): string | undefined {
  const parameter = headerParameter(operation, 'idempotency-key')
  if (parameter === undefined) return undefined
  const hex = createHash('sha256').update(unique).digest('hex')
  // The version is 4, and the variant has the bits 10. RFC 9562 §5.4.
  const version4 = `4${hex.slice(13, 16)}`
  const variant = `a${hex.slice(17, 20)}`
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version4}-${variant}-${hex.slice(20, 32)}`
  const { schema } = parameter
  if (schema === undefined) return uuid
  const checker = compileSchema(schema)
  const digits = String(BigInt(`0x${hex.slice(0, 16)}`))
  return [uuid, hex.slice(0, 32), hex.slice(0, 16), hex.slice(0, 8), digits].find(
    (value) => checker.check(value, 'request').length === 0,
  )
}

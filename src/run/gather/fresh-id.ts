import { createHash } from 'node:crypto'
import type { Json } from '../../json.ts'
import type { Parameter } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'

/**
 * Returns a new id that the schema of a parameter allows. Returns undefined if the schema allows no new id. `unique` is
 * a short text that no other id of the run contains.
 */
export function freshId({ schema }: Partial<Pick<Parameter, 'schema'>>, unique: string): Json | undefined {
  const digest = createHash('sha256').update(unique).digest()
  const number = digest.readUInt32BE(0) % 1_000_000_000
  const texts = [`gate-${unique}`, `gate${unique}`, unique, uuidOf(digest.toString('hex'))]
  if (schema === undefined) return texts[0]
  const checker = compileSchema(schema)
  const drawn = drawValue(schema, { direction: 'request', seed: number })
  return [...texts, 1_000_000_000 + number, drawn].find(
    (each) => each !== undefined && each !== null && typeof each !== 'object' && checker.isValid(each, 'request'),
  )
}

/** Makes a version 4 UUID from hexadecimal digits. RFC 9562 §5.4. */
function uuidOf(hex: string): string {
  const digits = `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17, 32)}`
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** True for an id that no other object can have by chance. A number or a short text is not such an id. */
export function isUnmistakableId(id: Json): boolean {
  return typeof id === 'string' && id.length >= 6 && !/^\d+$/.test(id)
}

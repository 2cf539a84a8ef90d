import { typedToken } from '../../redaction/typed-token.ts'
import type { Json } from '../../json.ts'

/** Describes a value by its type, such as `<string 12>`. Returns `nothing` for an absent value. */
export function shapeOf(value: Json | undefined): string {
  return value === undefined ? 'nothing' : typedToken(value)
}

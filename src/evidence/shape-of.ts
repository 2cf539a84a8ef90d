import { typedToken } from '../redaction/typed-token.ts'
import type { Json } from '../json.ts'

/** Describes a received value without its content, like `<string 12>`; `nothing` if it is absent. */
export function shapeOf(value: Json | undefined): string {
  return value === undefined ? 'nothing' : typedToken(value)
}

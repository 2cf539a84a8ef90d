import { typedToken } from '../exchanges/typed-token.ts'
import type { Json } from '../json.ts'

/** What was received, its content left out; `nothing` where nothing is. */
export function shapeOf(value: Json | undefined): string {
  return value === undefined ? 'nothing' : typedToken(value)
}

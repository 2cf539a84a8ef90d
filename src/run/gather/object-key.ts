import type { PathValue } from '../../journeys/path-value.ts'
import { asText, type Json } from '../../json.ts'

/** Returns a text that identifies an object on the server: its path template and its id. */
export function objectKey({ key }: Pick<PathValue, 'key'>, id: Json | undefined): string {
  return `${key} ${asText(id ?? null)}`
}

import type { Refusal } from './behaviour.ts'
import { isJsonObject, type JsonText } from './http/json-text.ts'
import type { Instant } from './time/instant.ts'

/** The parts of an update request that both APIs have. */
export interface Update {
  readonly contentType: string | null
  readonly body: JsonText
  /** The time at which the request is handled, in milliseconds since 1970 UTC. */
  readonly now: number
  /** Parses a date-time of the body. Returns undefined if `text` is not a date-time. */
  readonly readTime: (text: string) => Instant | undefined
}

/** Returns one field of the body. Returns undefined if the field is absent. */
export function bodyField({ body }: Pick<Update, 'body'>, name: string): unknown {
  const fields = bodyFields(body)
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** Returns the body if it is an object, otherwise undefined. */
export function bodyFields(body: JsonText): Readonly<Record<string, unknown>> | undefined {
  return body.kind === 'value' && isJsonObject(body.value) ? body.value : undefined
}

/** Creates a refusal without headers. */
export function refuse(status: number, message: string): Refusal {
  return { status, message }
}

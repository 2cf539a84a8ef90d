import type { Refusal } from './behaviour.ts'
import { isJsonObject, type JsonText } from './http/json-text.ts'
import type { Instant } from './time/instant.ts'

/** The common part of both APIs' requests to change an appointment. */
export interface Update {
  readonly contentType: string | null
  readonly body: JsonText
  /** When the request is handled, in milliseconds since 1970 UTC. */
  readonly now: number
  /** Reads a date-time of the body; undefined if the text is not one. */
  readonly readTime: (text: string) => Instant | undefined
}

/** One field of the body; undefined if it is absent. */
export function bodyField({ body }: Pick<Update, 'body'>, name: string): unknown {
  const fields = bodyFields(body)
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** The body as an object, if it is one. */
export function bodyFields(body: JsonText): Readonly<Record<string, unknown>> | undefined {
  return body.kind === 'value' && isJsonObject(body.value) ? body.value : undefined
}

/** A refusal without headers. */
export function refuse(status: number, message: string): Refusal {
  return { status, message }
}

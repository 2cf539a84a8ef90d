import type { Incoming } from './http.ts'
import { Refusal } from './refusal.ts'

/**
 * Parses the body of a request as a JSON object.
 * @param mediaTypeStatus the status of the refusal if the content type is not JSON
 */
export function readObject({ headers, body }: Incoming, mediaTypeStatus: number): Record<string, unknown> {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new Refusal(mediaTypeStatus, 'the content type must be application/json')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new Refusal(400, 'the body is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'the body must be a JSON object')
  return value as Record<string, unknown>
}

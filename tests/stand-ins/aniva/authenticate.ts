import type { Incoming } from '../common/http.ts'
import { Refusal } from '../common/refusal.ts'
import { anivaCredentials } from './ids.ts'
import type { Caller, Server } from './server.ts'

const callers: Readonly<Record<string, Caller>> = {
  [anivaCredentials.apiKey]: { partner: 'north', mayWrite: true },
  [anivaCredentials.readOnlyKey]: { partner: 'north', mayWrite: false },
  [anivaCredentials.otherPartnerKey]: { partner: 'south', mayWrite: true },
}

/** Returns the caller to whom the API key of the request belongs. Throws a refusal for a missing or wrong key. */
export function authenticate({ method, headers }: Incoming, { settings }: Server): Caller {
  const key = headers['x-api-key']
  const known = typeof key === 'string' && Object.hasOwn(callers, key) ? callers[key] : undefined
  const trusted = settings['key-not-checked'] === 'on' && key !== undefined && key !== ''
  const caller = known ?? (trusted ? callers[anivaCredentials.apiKey] : undefined)
  if (caller === undefined) throw new Refusal(Number(settings['missing-key']), 'Forbidden')
  if (method !== 'GET' && !caller.mayWrite) throw new Refusal(403, 'Forbidden')
  return caller
}

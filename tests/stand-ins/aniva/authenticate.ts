import type { Incoming } from '../common/http.ts'
import { Refusal } from '../common/refusal.ts'
import { anivaCredentials } from './ids.ts'
import type { Caller, Server } from './server.ts'

const callers: Readonly<Record<string, Caller>> = {
  [anivaCredentials.apiKey]: { partner: 'north', mayWrite: true },
  [anivaCredentials.readOnlyKey]: { partner: 'north', mayWrite: false },
  [anivaCredentials.otherPartnerKey]: { partner: 'south', mayWrite: true },
}

/** The caller whose key the request has, or a refusal. */
export function authenticate({ method, headers }: Incoming, { settings }: Server): Caller {
  const key = headers['x-api-key']
  const known = typeof key === 'string' && Object.hasOwn(callers, key) ? callers[key] : undefined
  const trusted = settings['key-not-checked'] === 'on' && key !== undefined && key !== ''
  const caller = known ?? (trusted ? callers[anivaCredentials.apiKey] : undefined)
  if (caller === undefined) throw new Refusal(Number(settings['missing-key']), 'Forbidden')
  if (method !== 'GET' && !caller.mayWrite) throw new Refusal(403, 'Forbidden')
  return caller
}

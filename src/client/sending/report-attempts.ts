import type { ContractOperation } from '../contract.ts'
import type { WrittenRequest } from './fetch.ts'
import { withoutCookies, withoutSecrets, type HookRequest, type SecretPlaces } from '../hooks.ts'
import type { AroundAttempts, RetryPolicy } from './send-with-retries.ts'
import { checkHeaders, type Settings } from '../settings.ts'

/** A request for the hooks, and the headers that `onRequest` added. */
export interface Reported {
  readonly request: WrittenRequest
  added: Readonly<Record<string, string>>
}

/** Returns functions that call the hooks before and after each attempt. Returns undefined if there are no hooks. */
export function reportAttempts(
  reported: Reported,
  call: {
    readonly operation: ContractOperation
    readonly settings: Settings
    readonly policy: RetryPolicy
    readonly requestId: string
    readonly secrets: SecretPlaces
  },
): AroundAttempts | undefined {
  const { settings, policy, secrets, requestId } = call
  const { onRequest, onResponse, hooksSeeSecrets = false } = settings.hooks
  if (onRequest === undefined && onResponse === undefined) return undefined
  const { request } = reported
  const shown = hooksSeeSecrets ? request : withoutSecrets(request, secrets)
  let seen: HookRequest
  let sentAt = 0
  return {
    async before() {
      const about = { operation: call.operation.id, requestId, attempt: policy.attempts }
      seen = { ...shown, ...about }
      const { headers = {} } = (await onRequest?.(seen)) ?? {}
      checkHeaders(headers)
      reported.added = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
      seen = { ...seen, headers: { ...reported.added, ...seen.headers } }
      sentAt = settings.clock.elapsed()
    },
    async after({ status, headers, text }) {
      const { operation, attempt } = seen
      await onResponse?.({
        operation,
        requestId,
        attempt,
        request: seen,
        status,
        headers: hooksSeeSecrets ? headers : withoutCookies(headers),
        ...(hooksSeeSecrets ? { text } : {}),
        milliseconds: settings.clock.elapsed() - sentAt,
      })
    },
  }
}

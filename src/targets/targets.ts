import { ContractError } from '../errors.ts'
import type { TargetKind } from '../operations/annotations.ts'
import type { NamedTarget } from './named-target.ts'
import type { ServerTargetOptions } from './server.ts'

/**
 * A target by its kind; without a `url`, one that is started. Each is read when it is asked for: the sandbox is a server
 * of its own. Throws `unknown-target`.
 */
export async function targetOf(
  kind: TargetKind,
  { url, ...options }: Partial<ServerTargetOptions> = {},
): Promise<NamedTarget> {
  const own = url === undefined ? {} : { url }
  if (kind === 'mock') return (await import('./mock.ts')).mock(own)
  if (kind === 'sandbox') return (await import('./sandbox.ts')).sandbox(own)
  if (url !== undefined) return (await import('./server.ts')).server({ url, ...options })
  throw new ContractError('unknown-target', {
    what: `${kind} without an address`,
    next: 'give its address with -u URL',
  })
}

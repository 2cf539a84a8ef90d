import { ContractError } from '../errors.ts'
import type { TargetKind } from '../operations/annotations.ts'
import type { NamedTarget } from './named-target.ts'
import type { ServerTargetOptions } from './server.ts'

/**
 * Returns a target by its kind. Loads only the module of this target. Without `url`, the target starts its own server.
 * Throws `unknown-target`.
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
    what: `${kind} without a URL`,
    next: 'add -u URL',
  })
}

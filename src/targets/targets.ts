import { ContractError } from '../errors.ts'
import type { TargetKind } from '../operations/annotations.ts'
import { mock } from './mock.ts'
import type { NamedTarget } from './named-target.ts'
import { sandbox } from './sandbox.ts'
import { server, type ServerTargetOptions } from './server.ts'

/** A target by its kind; without a `url`, one that is started. Throws `unknown-target`. */
export function targetOf(kind: TargetKind, { url, ...options }: Partial<ServerTargetOptions> = {}): NamedTarget {
  const own = url === undefined ? {} : { url }
  if (kind === 'mock') return mock(own)
  if (kind === 'sandbox') return sandbox(own)
  if (url !== undefined) return server({ url, ...options })
  throw new ContractError('unknown-target', {
    what: `${kind} without an address`,
    next: 'give its address with -u URL',
  })
}

import type { TargetKind } from '../operations/annotations.ts'
import { ContractError } from '../errors.ts'
import { mock } from './mock.ts'
import type { NamedTarget } from './named-target.ts'
import { sandbox } from './sandbox.ts'

/** A target by its kind. Throws `unknown-target`. */
export function targetOf(kind: TargetKind, url?: string): NamedTarget {
  const options = url === undefined ? {} : { url }
  if (kind === 'mock') return mock(options)
  if (kind === 'sandbox') return sandbox(options)
  throw new ContractError('unknown-target', { what: kind, next: 'choose from mock, sandbox' })
}

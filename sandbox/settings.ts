import { API_NAMES, type ApiName } from './apis.ts'
import type { Fault } from './fault.ts'
import { findFault } from './faults.ts'
import { type Clock, createClock, type Now } from './time/clock.ts'

/** How a sandbox is made. */
export interface SandboxOptions {
  /** An RFC 3339 date-time from which time ticks on, or a function. Default: the machine's clock. */
  readonly now?: Now
  /** All invented ids follow from it. Default: 1. */
  readonly seed?: number
  /** The lie to tell: a fault, or the id of one. Default: none. */
  readonly fault?: Fault | string
  /** Whether provider states can be made over HTTP. Default: true. */
  readonly control?: boolean
  /** Default: both. */
  readonly apis?: readonly ApiName[]
  /** How long an access token is good for. Default: 3600. */
  readonly tokenLifetimeSeconds?: number
}

/** The options settled: nothing is optional any more. */
export interface SandboxSettings {
  readonly clock: Clock
  readonly seed: number
  readonly fault: Fault | undefined
  readonly control: boolean
  readonly apis: readonly ApiName[]
  readonly tokenLifetimeSeconds: number
}

/** @throws {RangeError} when `now` is no date-time, the seed no whole number, or the fault unknown. */
export function settle(options: SandboxOptions): SandboxSettings {
  const { now = () => new Date(), seed = 1, fault, control = true, apis = API_NAMES } = options
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed is no whole number: ${seed}`)
  const found = typeof fault === 'string' ? findFault(fault) : fault
  if (typeof fault === 'string' && found === undefined) throw new RangeError(`there is no fault ${fault}`)
  const { tokenLifetimeSeconds = 3600 } = options
  return { clock: createClock(now), seed, fault: found, control, apis, tokenLifetimeSeconds }
}

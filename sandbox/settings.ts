import { API_NAMES, type ApiName } from './apis.ts'
import { type SandboxClock, createClock, type Now } from './time/clock.ts'

/** Options of a sandbox. */
export interface SandboxOptions {
  /**
   * The time (RFC 3339) at which the sandbox's clock starts, or a function that returns the current time. Default: the
   * time of the machine.
   */
  readonly now?: Now
  /** The number from which all invented ids are derived. Default: 1. */
  readonly seed?: number
  /** The id of a fault to simulate. Default: none. */
  readonly fault?: string
  /** True if provider states can be set up over HTTP. Default: true. */
  readonly control?: boolean
  /** The APIs to serve. Default: both. */
  readonly apis?: readonly ApiName[]
  /** Lifetime of access tokens in seconds. Default: 3600. */
  readonly tokenLifetimeSeconds?: number
}

/** The options of a sandbox, with defaults filled in. */
export interface SandboxSettings {
  readonly clock: SandboxClock
  readonly seed: number
  readonly control: boolean
  readonly apis: readonly ApiName[]
  readonly tokenLifetimeSeconds: number
}

/**
 * Fills in the defaults of the options. Throws `RangeError` if `now` is not a date-time or `seed` is not an integer.
 */
export function readSettings(options: SandboxOptions): SandboxSettings {
  const { now = () => new Date(), seed = 1, control = true, apis = API_NAMES, tokenLifetimeSeconds = 3600 } = options
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, got ${seed}`)
  return { clock: createClock(now), seed, control, apis, tokenLifetimeSeconds }
}

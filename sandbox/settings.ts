import { API_NAMES, type ApiName } from './apis.ts'
import { type SandboxClock, createClock, type Now } from './time/clock.ts'

/** Options of a sandbox. */
export interface SandboxOptions {
  /** An RFC 3339 date-time that the sandbox starts at, or a function. Default: the machine's clock. */
  readonly now?: Now
  /** All invented ids derive from it. Default: 1. */
  readonly seed?: number
  /** The id of a seeded fault. Default: none. */
  readonly fault?: string
  /** Whether provider states can be made over HTTP. Default: true. */
  readonly control?: boolean
  /** Default: both. */
  readonly apis?: readonly ApiName[]
  /** Default: 3600. */
  readonly tokenLifetimeSeconds?: number
}

/** The options with their defaults. */
export interface SandboxSettings {
  readonly clock: SandboxClock
  readonly seed: number
  readonly control: boolean
  readonly apis: readonly ApiName[]
  readonly tokenLifetimeSeconds: number
}

/** @throws {RangeError} when `now` is not a date-time or the seed not an integer. */
export function readSettings(options: SandboxOptions): SandboxSettings {
  const { now = () => new Date(), seed = 1, control = true, apis = API_NAMES, tokenLifetimeSeconds = 3600 } = options
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, got ${seed}`)
  return { clock: createClock(now), seed, control, apis, tokenLifetimeSeconds }
}

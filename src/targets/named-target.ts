import type { Document } from '../document/document.ts'
import type { HttpLimits } from '../exchanges/http-client.ts'
import type { Credentials } from '../exchanges/credentials/credentials.ts'
import type { Target } from './target.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** A kind of target, such as mock or sandbox. `plan` needs no server. `open` starts or connects to one. */
export interface NamedTarget {
  readonly kind: TargetKind
  /** Returns a target for planning, whose `send` throws. */
  plan(options: TargetOptions): Target
  /** Starts or connects to the server. Throws if that fails. */
  open(options: TargetOptions): Promise<OpenTarget>
}

export interface TargetOptions {
  readonly api: string
  readonly document: Document
  /** The start time of the run clock, in ISO 8601. */
  readonly now: string
  readonly seed: number
  readonly signal?: AbortSignal
  readonly limits?: Partial<HttpLimits>
}

/** A target for sending cases, until `close` is called. */
export interface OpenTarget {
  readonly target: Target
  /** Requests access tokens for this target. If absent, the run requests them itself. */
  readonly credentials?: Credentials
  /** Returns why the run is incomplete, or undefined. Called after `close`. */
  unfinished?(): string | undefined
  /** Returns sentences for the user. Called after `close`. */
  notes?(): readonly string[]
  close(): Promise<void>
}

/** The `send` function of a target for planning, which always throws. */
export function sendsNothing(): never {
  throw new Error('this target is only for planning, and sends nothing')
}

/** Returns the options that are not undefined. */
export function given(
  signal: AbortSignal | undefined,
  limits: Partial<HttpLimits> | undefined,
): Pick<TargetOptions, 'signal' | 'limits'> {
  return { ...(signal === undefined ? {} : { signal }), ...(limits === undefined ? {} : { limits }) }
}

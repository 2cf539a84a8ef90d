import type { Document } from '../document/document.ts'
import type { HttpLimits } from '../exchanges/http-client.ts'
import type { Credentials } from '../exchanges/credentials/credentials.ts'
import type { Target } from './target.ts'
import type { TargetKind } from '../operations/annotations.ts'

/**
 * A kind of target, such as mock or sandbox. `plan` returns a target without a server. `open` starts a server or
 * connects to one.
 */
export interface NamedTarget {
  readonly kind: TargetKind
  /** Returns a target for planning. Its function `send` throws. */
  plan(options: TargetOptions): Target
  /** Starts the server or connects to it. Throws if this fails. */
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

/** A target to which cases can be sent until `close` is called. */
export interface OpenTarget {
  readonly target: Target
  /** Gets the access tokens for this target. If this property is absent, the run gets the tokens itself. */
  readonly credentials?: Credentials
  /** Returns why the run is incomplete, or undefined if it is complete. Called after `close`. */
  unfinished?(): string | undefined
  /** Returns sentences for the user. Called after `close`. */
  notes?(): readonly string[]
  close(): Promise<void>
}

/** The function `send` of a target for planning. It always throws. */
export function sendsNothing(): never {
  throw new Error('this target is only for planning, and sends nothing')
}

/** Returns an object with the given options. Leaves out options that are undefined. */
export function given(
  signal: AbortSignal | undefined,
  limits: Partial<HttpLimits> | undefined,
): Pick<TargetOptions, 'signal' | 'limits'> {
  return { ...(signal === undefined ? {} : { signal }), ...(limits === undefined ? {} : { limits }) }
}

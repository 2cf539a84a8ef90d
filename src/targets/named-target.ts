import type { Document } from '../document/document.ts'
import type { HttpLimits } from '../exchanges/http-client.ts'
import type { Credentials } from '../exchanges/credentials/credentials.ts'
import type { Target } from './target.ts'
import type { TargetKind } from '../operations/annotations.ts'

/**
 * A kind of target, such as mock or sandbox. A run on the target can be planned without a running server. `open` starts
 * the server or connects to it.
 */
export interface NamedTarget {
  readonly kind: TargetKind
  /** Returns the target for planning. Its `send` throws. */
  plan(options: TargetOptions): Target
  /** Starts the server or connects to it, and returns the target. Throws if this fails. */
  open(options: TargetOptions): Promise<OpenTarget>
}

export interface TargetOptions {
  readonly api: string
  readonly document: Document
  /** The start of the run clock, ISO 8601. */
  readonly now: string
  readonly seed: number
  readonly signal?: AbortSignal
  readonly limits?: Partial<HttpLimits>
}

/** A target to which cases can be sent until `close` is called. */
export interface OpenTarget {
  readonly target: Target
  /** Requests access tokens for this target. Absent if the run requests them. */
  readonly credentials?: Credentials
  /**
   * Returns the reason why the run is incomplete. Called after the target is closed. Returns undefined if the run is
   * complete.
   */
  unfinished?(): string | undefined
  /** Returns sentences for the user. Called after the target is closed. */
  notes?(): readonly string[]
  close(): Promise<void>
}

/** The `send` of a target that is used only for planning. It throws an error. */
export function sendsNothing(): never {
  throw new Error('this target is only for planning, and sends nothing')
}

/** Returns an object with the options that are not undefined. */
export function given(
  signal: AbortSignal | undefined,
  limits: Partial<HttpLimits> | undefined,
): Pick<TargetOptions, 'signal' | 'limits'> {
  return { ...(signal === undefined ? {} : { signal }), ...(limits === undefined ? {} : { limits }) }
}

import type { Document } from '../document/document.ts'
import type { HttpLimits } from '../exchanges/http-client.ts'
import type { Credentials } from '../exchanges/credentials.ts'
import type { Target } from './target.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** A kind of target. A run can be planned for it without a running server; `open` starts or connects to the server. */
export interface NamedTarget {
  readonly kind: TargetKind
  /** The target for planning. Its `send` throws. */
  plan(options: TargetOptions): Target
  /** Starts the target, or connects to it. Throws if that fails. */
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

/** A target that can be sent to until it is closed. */
export interface OpenTarget {
  readonly target: Target
  /** The tokens of the target, if it requests them itself. */
  readonly credentials?: Credentials
  /** Why the run is not finished although the target is closed, if so. */
  unfinished?(): string | undefined
  /** Sentences for the user, once the target is closed. */
  notes?(): readonly string[]
  close(): Promise<void>
}

/** The `send` of a target that is used for planning only: it throws. */
export function sendsNothing(): never {
  throw new Error('this target is only for planning, and sends nothing')
}

/** The two options as an object, without those that are undefined. */
export function given(
  signal: AbortSignal | undefined,
  limits: Partial<HttpLimits> | undefined,
): Pick<TargetOptions, 'signal' | 'limits'> {
  return { ...(signal === undefined ? {} : { signal }), ...(limits === undefined ? {} : { limits }) }
}

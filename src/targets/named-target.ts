import type { Document } from '../document/document.ts'
import type { HttpLimits } from '../exchanges/http-client.ts'
import type { Target } from './target.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** A kind of target: one can plan for it without a running target, and open it. */
export interface NamedTarget {
  readonly kind: TargetKind
  /** The target as a plan needs it. Its `send` throws. */
  plan(options: TargetOptions): Target
  /** Starts or reaches it. Throws if that fails. */
  open(options: TargetOptions): Promise<OpenTarget>
}

export interface TargetOptions {
  readonly api: string
  readonly document: Document
  /** Start of the run clock, ISO 8601. */
  readonly now: string
  readonly seed: number
  readonly signal?: AbortSignal
  readonly limits?: Partial<HttpLimits>
}

/** An open target. */
export interface OpenTarget {
  readonly target: Target
  close(): Promise<void>
}

/** The `send` of a target that is only planned for. */
export function sendsNothing(): never {
  throw new Error('a plan sends nothing')
}

/** The two options as properties, without those that are undefined. */
export function given(
  signal: AbortSignal | undefined,
  limits: Partial<HttpLimits> | undefined,
): Pick<TargetOptions, 'signal' | 'limits'> {
  return { ...(signal === undefined ? {} : { signal }), ...(limits === undefined ? {} : { limits }) }
}

import type { Document } from '../document/document.ts'
import type { HttpLimits } from '../exchanges/http-client.ts'
import type { Target } from './target.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** A target by its name: how to plan for it without having it, and how to have it. */
export interface NamedTarget {
  readonly kind: TargetKind
  /** What a plan needs to know of it. Nothing can be sent to it. */
  plan(options: TargetOptions): Target
  /** Starts or reaches it. Throws when it cannot be had. */
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

/** A target that is open, and how to let it go. */
export interface OpenTarget {
  readonly target: Target
  close(): Promise<void>
}

/** For targets that are planned for only. */
export function sendsNothing(): never {
  throw new Error('a plan sends nothing')
}

/** What a caller gave of these two, and nothing for what it did not. */
export function given(
  signal: AbortSignal | undefined,
  limits: Partial<HttpLimits> | undefined,
): Pick<TargetOptions, 'signal' | 'limits'> {
  return { ...(signal === undefined ? {} : { signal }), ...(limits === undefined ? {} : { limits }) }
}

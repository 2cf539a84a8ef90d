import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/**
 * A request that demonstrates a property of the server, and what its response must contain. `truth.yaml` describes each
 * field.
 */
export interface Check {
  readonly call: string
  readonly send?: unknown
  readonly text?: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly anonymous?: boolean
  readonly status: number
  readonly conforms?: boolean
  readonly valid?: boolean
  readonly body?: Readonly<Record<string, unknown>>
  readonly contains?: string
  /** True if the request matches no documented operation; then only the status is checked. */
  readonly unknown?: boolean
}

/** Credentials, in the form in which a user has them. */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie'
  readonly name: string
  readonly value: string
}

/** One defect of a server. */
export interface Defect {
  readonly id: string
  readonly operation: string
  readonly status?: number
  readonly level?: 'drift' | 'warning'
  readonly mentions?: readonly string[]
  readonly what: string
  readonly orInconclusive?: string
  readonly shown: readonly Check[]
}

/** The entry of a server. A correct server has `legal`, a defective one `defects`. */
export interface Truth {
  readonly parameters?: Readonly<Record<string, string | number>>
  readonly credentials?: readonly Credential[]
  readonly allowDestructive?: boolean
  readonly mayBeInconclusive?: string
  readonly mustBeInconclusive?: string
  readonly mustNotCall?: readonly string[]
  /** True if the server accepts no request at all. */
  readonly refusesAll?: boolean
  readonly legal?: string
  readonly checks?: readonly Check[]
  readonly defects?: readonly Defect[]
}

/** The truth table by kind and server, from `truth.yaml`. */
export const truths = parse(readFileSync(new URL('truth.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<'correct' | 'defective', Readonly<Record<string, Truth>>>
>

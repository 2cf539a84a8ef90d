import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A request that shows how the server behaves, and the expected response. `truth.yaml` describes each field. */
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
  /** True if no operation of the document matches the request. The test of such a request checks only the status. */
  readonly unknown?: boolean
}

/** A credential and the part of the request that carries it. */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie'
  readonly name: string
  readonly value: string
}

/** One defect of a server that the gate must report. */
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

/** The facts about one server. For a correct server, `legal` is set. For a defective server, `defects` is set. */
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

/** The entries of `truth.yaml`, by kind of server and by name. */
export const truths = parse(readFileSync(new URL('truth.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<'correct' | 'defective', Readonly<Record<string, Truth>>>
>

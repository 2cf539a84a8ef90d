import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { ContractError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { HTTP_LIMITS } from '../exchanges/http-client.ts'
import { openServer, serverAt } from '../exchanges/targets/server.ts'
import type { Established, StateProvider } from '../exchanges/target.ts'
import { listOperations } from '../operations/list-operations.ts'
import { given, sendsNothing, type NamedTarget, type TargetOptions } from './named-target.ts'

export interface ServerTargetOptions {
  readonly url: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
  /** File of a module that exports `establish`. */
  readonly setup?: string
}

/** Any other server at `url`. Without a setup module it has no provider states. */
export function server({ url, headers = [], setup }: ServerTargetOptions): NamedTarget {
  return {
    kind: 'live',
    plan: ({ document }) => ({
      ...serverAt({
        baseUrl: url,
        headers,
        operations: listOperations(document),
        ...(setup === undefined ? {} : { states: notYet(setup) }),
      }),
      send: sendsNothing,
    }),
    open: async ({ api, document, signal, limits }) => {
      const states = setup === undefined ? undefined : await statesOf(setup, api, given(signal, limits))
      return openServer({
        baseUrl: url,
        headers,
        operations: listOperations(document),
        ...(states === undefined ? {} : { states }),
        ...given(signal, limits),
      })
    },
  }
}

type Establish = (asked: {
  api: string
  state: string
  with: object
  caseId: string
}) => Promise<Established> | Established

/** What a plan knows of a setup module: that there will be states. */
function notYet(where: string): StateProvider {
  const next = 'run it to have it asked'
  return {
    requests: 0,
    establish: async ({ state }) => {
      throw new ContractError('state-not-established', { what: `${state}, a plan asks no setup module`, where, next })
    },
  }
}

/** The provider states that a setup module establishes: it exports `establish`, as specs/README.md describes it. */
async function statesOf(file: string, api: string, waiting: Waiting): Promise<StateProvider> {
  let module: { establish?: unknown }
  try {
    module = (await import(pathToFileURL(resolve(file)).href)) as { establish?: unknown }
  } catch (error) {
    throw badSetup(file, whyNotLoaded(error))
  }
  const { establish } = module
  if (typeof establish !== 'function') throw badSetup(file, 'it exports no function `establish`')
  let requests = 0
  return {
    get requests() {
      return requests
    },
    establish: async (asked) => {
      requests += 1
      const established = await quietly({ ...waiting, where: file, what: `for the state ${asked.state}` }, () =>
        (establish as Establish)({ api, ...asked }),
      )
      return establishedBy({ ...waiting, where: file, what: '' }, asked.state, established)
    },
  }
}

/** How long a module is waited for: as long as an answer, and no longer than the run goes on. */
type Waiting = Pick<TargetOptions, 'limits' | 'signal'>

/** What a module is asked for, and where it stands. */
interface Asked extends Waiting {
  readonly where: string
  readonly what: string
}

/** What a module throws may hold anything, so only what it was doing is told. */
async function quietly<T>(asked: Asked, work: () => T | Promise<T>): Promise<T> {
  const { where, what, limits, signal } = asked
  const failed = (does: string): ContractError =>
    new ContractError('state-not-established', {
      what: `the setup module ${does} ${what}`,
      where,
      next: 'call its `establish` by hand with that state',
    })
  const longest = limits?.totalMilliseconds ?? HTTP_LIMITS.totalMilliseconds
  const enough = new AbortController()
  const late = wait(longest, undefined, {
    signal: signal === undefined ? enough.signal : AbortSignal.any([enough.signal, signal]),
  }).then(
    () => Promise.reject(failed(`was not done after ${longest} ms`)),
    () => Promise.reject(failed('was given up')),
  )
  try {
    return await Promise.race([(async () => work())().catch(() => Promise.reject(failed('threw'))), late])
  } finally {
    enough.abort()
  }
}

/** A provider state as a module gave it, whatever that is. */
function establishedBy(asked: Asked, state: string, given: unknown): Established {
  if (!isRecord(given)) {
    throw new ContractError('state-not-established', {
      what: `the setup module gave no object for the state ${state}`,
      where: asked.where,
      next: 'give { path, values, given, credentials } from `establish`',
    })
  }
  const { observe, release } = given as Partial<Established>
  return {
    path: membersOf(given['path']),
    values: membersOf(given['values']),
    given: membersOf(given['given']),
    credentials: membersOf(given['credentials']),
    ...(typeof observe === 'function'
      ? {
          observe: () =>
            quietly({ ...asked, what: `when it read the state ${state}` }, async () => {
              const { subject = null, bystander = null } = await observe.call(given)
              return { subject, bystander }
            }),
        }
      : {}),
    ...(typeof release === 'function'
      ? { release: () => quietly({ ...asked, what: `when it released the state ${state}` }, () => release.call(given)) }
      : {}),
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const membersOf = (value: unknown): JsonObject => (isRecord(value) ? (value as JsonObject) : {})

function whyNotLoaded(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is not JavaScript that can be read'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_MODULE_NOT_FOUND') return 'it, or something that it imports, is not there'
  return 'it throws when it is loaded'
}

function badSetup(where: string, what: string): ContractError {
  return new ContractError('bad-config', {
    what,
    where,
    next: 'export `async function establish({ api, state, with, caseId })` from it',
  })
}

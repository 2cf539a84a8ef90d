import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { ContractError, isErrorCode } from '../errors.ts'
import { HTTP_LIMITS } from '../exchanges/http-client.ts'
import type { JsonObject } from '../json.ts'
import type { TargetOptions } from './named-target.ts'
import { orderSharedObjects } from './shared-objects.ts'
import type { Established, StateProvider } from './target.ts'

type Establish = (asked: {
  api: string
  state: string
  with: object
  caseId: string
}) => Promise<Established> | Established

/** Returns the state provider of a setup module for planning. Does not load the module. */
export function unaskedSetupModule(where: string): StateProvider {
  const next = 'run the command without --dry-run'
  return {
    requests: 0,
    establish: async ({ state }) => {
      throw new ContractError('state-not-established', {
        what: `${state}: a plan does not call the setup module`,
        where,
        next,
      })
    },
  }
}

/**
 * Loads a setup module and returns a provider that calls its `establish` (see `docs/setup.md`). Throws `bad-config` if
 * loading fails. The provider throws `state-not-established` if the module fails or takes too long.
 */
export async function loadSetupModule(file: string, api: string, limits: CallLimits): Promise<StateProvider> {
  const { establish } = await loadModule(file, limits)
  if (typeof establish !== 'function') throw badModule(file, 'the module exports no function `establish`')
  const call = caller(file, limits)
  let requests = 0
  const states: StateProvider = {
    get requests() {
      return requests
    },
    establish: async ({ aCase: _aCase, ...asked }) => {
      requests += 1
      const found = await call(`for the state ${asked.state}`, () => (establish as Establish)({ api, ...asked }))
      return asEstablished(found, asked.state, file, call)
    },
  }
  return orderSharedObjects(states, longestOf(limits))
}

/** Loads a module. Throws an error if loading never ends or the module calls `process.exit`. */
async function loadModule(file: string, limits: CallLimits): Promise<{ readonly establish?: unknown }> {
  const load = async (): Promise<{ readonly establish?: unknown }> => {
    const late = wait(longestOf(limits), undefined, { ref: false }).then(() => {
      throw badModule(file, `the module did not finish loading within ${longestOf(limits)} ms`)
    })
    return Promise.race([import(pathToFileURL(resolve(file)).href) as Promise<{ establish?: unknown }>, late])
  }
  try {
    return await withoutExit(load)
  } catch (error) {
    throw ownError(error) ?? badModule(file, whyNotLoaded(error))
  }
}

/**
 * Returns an error of this package. The module may import another copy of the package, so an error that only has the
 * name of the class counts too, unless this version does not know its code. Returns undefined for other errors.
 */
function ownError(error: unknown): ContractError | undefined {
  if (error instanceof ContractError) return error
  if (!(error instanceof Error) || error.name !== 'ContractError') return undefined
  const { code, details } = error as Partial<ContractError>
  return isErrorCode(code) ? new ContractError(code, details) : undefined
}

/** The error that `process.exit` throws while code of a module runs. */
class ModuleExit extends Error {}

let guarded = 0
const exit = process.exit

/**
 * Runs code of a module. During this time `process.exit` throws, because a module that exits with 0 would look like a
 * passed run.
 */
async function withoutExit<T>(work: () => T | Promise<T>): Promise<T> {
  guarded += 1
  process.exit = () => {
    throw new ModuleExit('the module calls process.exit')
  }
  try {
    return await work()
  } finally {
    guarded -= 1
    if (guarded === 0) process.exit = exit
  }
}

const longestOf = ({ limits }: CallLimits): number => limits?.totalMilliseconds ?? HTTP_LIMITS.totalMilliseconds

/** The limits for calling the module: the time limit of responses, and the signal that aborts the run. */
type CallLimits = Pick<TargetOptions, 'limits' | 'signal'>

/**
 * Calls a function of the module. If the function throws, throws another error, which names only the call. The original
 * error may contain confidential values.
 */
type Call = <T>(purpose: string, work: () => T | Promise<T>) => Promise<T>

function caller(where: string, limits: CallLimits): Call {
  const { signal } = limits
  const longest = longestOf(limits)
  return async (purpose, work) => {
    const failed = (does: string): ContractError =>
      new ContractError('state-not-established', {
        what: `the setup module ${does} ${purpose}`,
        where,
        next: 'call `establish` of the module yourself with that state',
      })
    const settled = new AbortController()
    const late = wait(longest, undefined, {
      signal: signal === undefined ? settled.signal : AbortSignal.any([settled.signal, signal]),
    }).then(
      () => Promise.reject(failed(`did not finish within ${longest} ms`)),
      () => Promise.reject(failed('was stopped')),
    )
    try {
      const done = withoutExit(work).catch((error: unknown) =>
        Promise.reject(failed(error instanceof ModuleExit ? 'called process.exit' : 'threw an error')),
      )
      return await Promise.race([done, late])
    } finally {
      settled.abort()
    }
  }
}

/** Checks the value that the module returned. Adds empty objects for missing properties. */
function asEstablished(found: unknown, state: string, where: string, call: Call): Established {
  if (!isRecord(found)) {
    throw new ContractError('state-not-established', {
      what: `the setup module returned no object for the state ${state}`,
      where,
      next: 'return { path, values, given, credentials } from `establish`',
    })
  }
  const { observe, release } = found as Partial<Established>
  return {
    path: objectOr(found['path']),
    values: objectOr(found['values']),
    given: objectOr(found['given']),
    credentials: objectOr(found['credentials']),
    ...(typeof observe === 'function'
      ? {
          observe: () =>
            call(`when it read the state ${state}`, async () => {
              const { subject = null, bystander = null } = await observe.call(found)
              return { subject, bystander }
            }),
        }
      : {}),
    ...(typeof release === 'function'
      ? { release: () => call(`when it released the state ${state}`, () => release.call(found)) }
      : {}),
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const objectOr = (value: unknown): JsonObject => (isRecord(value) ? (value as JsonObject) : {})

function whyNotLoaded(error: unknown): string {
  if (error instanceof SyntaxError) return 'the module is not valid JavaScript'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_MODULE_NOT_FOUND') return 'the module, or a module that it imports, does not exist'
  if (error instanceof ModuleExit) return 'the module calls process.exit when it is loaded'
  return 'the module throws an error when it is loaded'
}

function badModule(where: string, what: string): ContractError {
  return new ContractError('bad-config', {
    what,
    where,
    next: 'export `async function establish({ api, state, with, caseId })` from it',
  })
}

import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { ContractError } from '../errors.ts'
import { openServer, serverAt } from '../exchanges/targets/server.ts'
import type { Established, StateProvider } from '../exchanges/target.ts'
import { listOperations } from '../operations/list-operations.ts'
import { given, sendsNothing, type NamedTarget } from './named-target.ts'

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
      ...serverAt({ baseUrl: url, headers, operations: listOperations(document) }),
      send: sendsNothing,
    }),
    open: async ({ api, document, signal, limits }) => {
      const states = setup === undefined ? undefined : await statesOf(setup, api)
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

/** The provider states that a setup module establishes: it exports `establish`, as specs/README.md describes it. */
async function statesOf(file: string, api: string): Promise<StateProvider> {
  let module: { establish?: unknown }
  try {
    module = (await import(pathToFileURL(resolve(file)).href)) as { establish?: unknown }
  } catch (error) {
    throw badSetup(file, error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it cannot be loaded')
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
      try {
        return await (establish as Establish)({ api, ...asked })
      } catch {
        // What a module throws may hold anything, so it is not shown.
        throw new ContractError('state-not-established', {
          what: `the setup module threw for the state ${asked.state}`,
          where: file,
          next: 'call its `establish` by hand with that state',
        })
      }
    },
  }
}

function badSetup(where: string, what: string): ContractError {
  return new ContractError('bad-config', {
    what,
    where,
    next: 'export `async function establish({ api, state, with, caseId })` from it',
  })
}

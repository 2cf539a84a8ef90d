import { canChange } from '../exchanges/credentials/change-credential.ts'
import { headerOfScheme, satisfies } from '../exchanges/credentials/choose-alternative.ts'
import type { Credential } from '../exchanges/credentials/credential.ts'
import { openHttpClient } from '../exchanges/http-client.ts'
import type { Role } from '../operations/annotations.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import { schemeCredentials, type SchemeCredentials, type SchemeValues } from './scheme-credentials.ts'
import { given, sendsNothing, type NamedTarget } from './named-target.ts'
import { loadSetupModule, unaskedSetupModule } from './setup-module.ts'
import type { StateProvider, Target } from './target.ts'

export interface ServerTargetOptions {
  readonly url: string
  /**
   * Headers that are added to every request. A header with credentials is added only to requests of the role `partner`.
   */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  /** The credentials of the role `partner`, by security scheme. */
  readonly credentials?: readonly SchemeValues[]
  /**
   * Headers with the credentials of a second user, for the role `other-partner`. In requests of this role, they replace
   * the headers with the same names.
   */
  readonly otherHeaders?: readonly (readonly [name: string, value: string])[]
  /** The path of a setup module. This is an ES module that exports `establish`. */
  readonly setup?: string
}

/**
 * Creates a target for any server at `url`. The target has provider states only if there is a setup module. Sends no
 * request before the first case.
 */
export function server({
  url,
  headers = [],
  credentials = [],
  otherHeaders = [],
  setup,
}: ServerTargetOptions): NamedTarget {
  return {
    kind: 'live',
    plan: ({ document }) => {
      const states = setup === undefined ? undefined : unaskedSetupModule(setup)
      return {
        ...serverAt({ url, headers, credentials, otherHeaders }, listOperations(document), states),
        send: sendsNothing,
      }
    },
    open: async ({ api, document, signal, limits }) => {
      const states = setup === undefined ? undefined : await loadSetupModule(setup, api, given(signal, limits))
      const client = openHttpClient(url, limits)
      let goesOn = false
      return {
        target: {
          ...serverAt({ url, headers, credentials, otherHeaders }, listOperations(document), states),
          send: (request) => client.send(request, goesOn ? undefined : signal),
          goOn: () => {
            goesOn = true
          },
        },
        close: () => client.close(),
      }
    },
  }
}

/**
 * The roles that need no setup module. `partner` sends the given credentials, `anonymous` sends none, and `malformed`
 * sends malformed ones. If credentials are given, there is also the role `unknown`, which sends a changed copy of them.
 */
const ROLES: readonly Role[] = ['partner', 'anonymous', 'malformed']

function serverAt(
  { url: baseUrl, headers, credentials, otherHeaders }: Required<Omit<ServerTargetOptions, 'setup'>>,
  operations: readonly Operation[],
  states: StateProvider | undefined,
): Omit<Target, 'send'> {
  const names = new Set([...credentialHeaders(operations), ...otherHeaders.map(([name]) => name.toLowerCase())])
  const partner = credentialOf(
    headers.filter(([name]) => names.has(name.toLowerCase())),
    schemeCredentials(credentials, operations),
  )
  const plain = headers.filter(([name]) => !names.has(name.toLowerCase()))
  return {
    name: 'live',
    baseUrl,
    shows: {
      state: states !== undefined,
      auth: partner.type !== 'none' || states !== undefined ? 'full' : 'none',
    },
    roles: partner.type === 'none' ? ROLES : [...ROLES, 'unknown'],
    credentials: {
      partner,
      ...(partner.type === 'none' ? {} : { unknown: { type: 'changed', good: partner } }),
      ...(otherHeaders.length === 0 ? {} : { 'other-partner': { type: 'headers', headers: otherHeaders } }),
    },
    hides: ({ as, expect, operation }) =>
      as === 'unknown' && expect.kind === 'locked-out' && !(satisfies(partner, operation) && canChange(partner))
        ? 'the given credentials cannot be changed for this operation'
        : undefined,
    ...(states === undefined ? {} : { states }),
    prepare: (request, { operation }) => {
      // Leaves out headers that the document declares. For these, each case decides whether and with which value they
      // are sent.
      const more = plain.filter(([name]) => !declares(operation, name))
      return { ...request, headers: [...request.headers, ...more] }
    },
  }
}

function credentialOf(
  headers: readonly (readonly [name: string, value: string])[],
  schemes: SchemeCredentials,
): Credential {
  if (Object.keys(schemes).length > 0) return { type: 'schemes', schemes, headers }
  return headers.length > 0 ? { type: 'headers', headers } : { type: 'none' }
}

function declares({ parameters }: Operation, header: string): boolean {
  return parameters.some(({ in: place, name }) => place === 'header' && name.toLowerCase() === header.toLowerCase())
}

/** Returns the names, in lower case, of the headers in which the operations expect credentials. */
function credentialHeaders(operations: readonly Operation[]): ReadonlySet<string> {
  const schemes = operations.flatMap(({ security }) => security.flatMap((requirement) => requirement.schemes))
  return new Set(['authorization', 'cookie', ...schemes.flatMap((scheme) => headerOfScheme(scheme) ?? [])])
}

import type { Role } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { openHttpClient, type HttpLimits } from '../http-client.ts'
import type { StateProvider, Target } from '../target.ts'

export interface ServerOptions {
  readonly baseUrl: string
  /** Sent with every request; those that carry credentials only as `partner`. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly operations: readonly Operation[]
  readonly states?: StateProvider
  readonly signal?: AbortSignal
  readonly limits?: Partial<HttpLimits>
}

/** What can be asked of a server of which only an address is known: with good credentials, without, and with garbled ones. */
const ROLES: readonly Role[] = ['partner', 'anonymous', 'malformed']

/** Any other server, as far as it is known without being reached. */
export function serverAt(options: Omit<ServerOptions, 'signal' | 'limits'>): Omit<Target, 'send'> {
  const { baseUrl, headers, operations, states } = options
  const names = credentialHeaders(operations)
  const credentials = headers.filter(([name]) => names.has(name.toLowerCase()))
  const plain = headers.filter(([name]) => !names.has(name.toLowerCase()))
  return {
    name: 'live',
    baseUrl,
    shows: {
      state: states !== undefined,
      auth: credentials.length > 0 || states !== undefined ? 'full' : 'none',
      faults: false,
    },
    roles: ROLES,
    credentials: { partner: credentials.length > 0 ? { type: 'headers', headers: credentials } : { type: 'none' } },
    ...(states === undefined ? {} : { states }),
    prepare: (request, { operation }) => {
      // What the document declares is a parameter, and cases say what becomes of it.
      const more = plain.filter(([name]) => !declares(operation, name))
      return { ...request, headers: [...request.headers, ...more] }
    },
  }
}

/** Reaches a server over HTTP. Nothing is asked of it until the first case. */
export function openServer(options: ServerOptions): { target: Target; close(): Promise<void> } {
  const { baseUrl, signal, limits } = options
  const client = openHttpClient(baseUrl, limits)
  return {
    target: { ...serverAt(options), send: (request) => client.send(request, signal) },
    close: () => client.close(),
  }
}

function declares({ parameters }: Operation, header: string): boolean {
  return parameters.some(({ in: place, name }) => place === 'header' && name.toLowerCase() === header.toLowerCase())
}

/** The headers by which the operations' security schemes are met, in lower case. */
function credentialHeaders(operations: readonly Operation[]): ReadonlySet<string> {
  const schemes = operations.flatMap(({ security }) => security.flatMap((requirement) => requirement.schemes))
  return new Set([
    'authorization',
    'cookie',
    ...schemes.filter((scheme) => scheme.in === 'header').map(({ parameter = '' }) => parameter.toLowerCase()),
  ])
}

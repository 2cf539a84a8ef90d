import type { Case } from '../cases/case.ts'
import { ContractError } from '../errors.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import type { Operation } from '../operations/operation.ts'
import { pathNames } from './gather/basic-cases.ts'
import { isOfAbsent } from './journeys/absent-steps.ts'
import { previewRequest, setScene, type ExecuteCase } from './execute/execute-case.ts'

/**
 * The request of a case in a dry run. Otherwise the reason why the case is not sent, or why its request is not known
 * yet.
 */
export type Preview =
  | { readonly kind: 'request'; readonly request: RawRequest }
  /** The request depends on a value that is known only during a run. */
  | { readonly kind: 'later'; readonly because: string }
  | { readonly kind: 'not-sent'; readonly because: string }

/** Builds the request of a case without sending it. `gathered` is the result of `gatheredKeys`. */
export async function previewCase(
  aCase: Case,
  gathered: ReadonlyMap<string, readonly Operation[]>,
  context: ExecuteCase,
): Promise<Preview> {
  const { target } = context
  if (target.name === 'live' && target.states !== undefined && aCase.given !== undefined) {
    return { kind: 'later', because: `a request with values of the provider state ${aCase.given.state}` }
  }
  if (isOfAbsent(aCase)) return { kind: 'later', because: 'a request with an id that no object has' }
  const scene = await setScene(aCase, context)
  if ('kind' in scene) return { kind: 'not-sent', because: scene.because }
  const { standIns: _standIns, ...known } = aCase
  const planned = laterValues(aCase, gathered).length > 0 ? known : aCase
  try {
    return { kind: 'request', request: await previewRequest(planned, scene, context) }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const later = laterValues(aCase, gathered)
    if (later.length > 0) return { kind: 'later', because: `a request with ${later.join(' and ')}` }
    const { what, next } = error.details
    return { kind: 'not-sent', because: [what ?? error.message, next].filter((text) => text !== undefined).join('; ') }
  }
}

/** Describes which operations the path values of a case come from. Example: `petId from POST /pets or GET /pets`. */
function laterValues({ operation, send }: Case, gathered: ReadonlyMap<string, readonly Operation[]>): string[] {
  return pathNames(operation).flatMap((name) => {
    const producers = gathered.get(`${operation.id}.${name}`)
    if (producers === undefined || send.path?.[name] !== undefined) return []
    return [`${name} from ${producers.map(({ method, path }) => `${method} ${path}`).join(' or ')}`]
  })
}

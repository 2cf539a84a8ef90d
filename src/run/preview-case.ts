import type { Case } from '../cases/case.ts'
import { ContractError } from '../errors.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import type { Operation } from '../operations/operation.ts'
import { previewRequest, setScene, type ExecuteCase } from './execute/execute-case.ts'
import { hasLinkTo } from './execute/follow-links.ts'

/** The request of a case in a dry run, or the reason why the request is unknown or not sent. */
export type Preview =
  | { readonly kind: 'request'; readonly request: RawRequest }
  /** The request depends on a value that is known only during a run. */
  | { readonly kind: 'later'; readonly because: string }
  | { readonly kind: 'not-sent'; readonly because: string }

/** Builds the request of a case without sending it. */
export async function previewCase(
  aCase: Case,
  operations: readonly Operation[],
  context: ExecuteCase,
): Promise<Preview> {
  const { target } = context
  if (target.name === 'live' && target.states !== undefined && aCase.given !== undefined) {
    return { kind: 'later', because: `a request with values of the provider state ${aCase.given.state}` }
  }
  const scene = await setScene(aCase, context)
  if ('kind' in scene) return { kind: 'not-sent', because: scene.because }
  try {
    return { kind: 'request', request: await previewRequest(aCase, scene, context) }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    if (hasLinkTo(aCase.operation, operations)) {
      return {
        kind: 'later',
        because: 'a request with path values that a link in the response of another operation gives',
      }
    }
    const { what, next } = error.details
    return { kind: 'not-sent', because: [what ?? error.message, next].filter((text) => text !== undefined).join('; ') }
  }
}

// Made from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.
import type { HttpHandler } from 'msw'
import { createHandlers, type HandlersOptions } from '../../src/client/handlers.ts'
import { anivaContract } from './client.ts'

export type { HandlersOptions }

/**
 * Handlers of MSW 2 that hand every operation of Aniva, and what gives its tokens, over to a `fetch`. With the sandbox's
 * they remember: `setupServer(...createAnivaHandlers({ fetch: createSandbox().fetch }))`.
 */
export function createAnivaHandlers(options: HandlersOptions): HttpHandler[] {
  return createHandlers(anivaContract, options)
}

// Generated from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.
import type { HttpHandler } from 'msw'
import { createHandlers, type HandlersOptions } from '../../src/client/handlers.ts'
import { anivaContract } from './client.ts'

export type { HandlersOptions }

/**
 * MSW 2 handlers for requests to Aniva and its token endpoint. They forward each request to a `fetch`. With the
 * sandbox they are stateful: `setupServer(...createAnivaHandlers({ fetch: createSandbox().fetch }))`.
 */
export function createAnivaHandlers(options: HandlersOptions): HttpHandler[] {
  return createHandlers(anivaContract, options)
}

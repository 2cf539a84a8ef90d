// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
import type { HttpHandler } from 'msw'
import { createHandlers, type HandlersOptions } from '../../src/client/handlers.ts'
import { lobbieContract } from './client.ts'

export type { HandlersOptions }

/**
 * MSW 2 handlers for requests to Lobbie and its token endpoint. They forward each request to a `fetch`. With the
 * sandbox they are stateful: `setupServer(...createLobbieHandlers({ fetch: createSandbox().fetch }))`.
 */
export function createLobbieHandlers(options: HandlersOptions): HttpHandler[] {
  return createHandlers(lobbieContract, options)
}

// Made from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
import type { HttpHandler } from 'msw'
import { createHandlers, type HandlersOptions } from '../../src/client/handlers.ts'
import { lobbieContract } from './client.ts'

export type { HandlersOptions }

/**
 * Handlers of MSW 2 that hand every operation of Lobbie, and what gives its tokens, over to a `fetch`. With the sandbox's
 * they remember: `setupServer(...createLobbieHandlers({ fetch: createSandbox().fetch }))`.
 */
export function createLobbieHandlers(options: HandlersOptions): HttpHandler[] {
  return createHandlers(lobbieContract, options)
}

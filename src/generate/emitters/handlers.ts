import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { camelCase, pascalCase } from '../identifiers.ts'
import { RUNTIME } from './client.ts'

/** Generates handlers for MSW 2 in a separate file, so that only consumers of this file need MSW. */
export function emitHandlers(api: Api): GeneratedFile {
  const own = pascalCase(api.name)
  const text = `import type { HttpHandler } from 'msw'
import { createHandlers, type HandlersOptions } from '${RUNTIME}/handlers.ts'
import { ${camelCase(api.name)}Contract } from './client.ts'

export type { HandlersOptions }

/**
 * MSW 2 handlers for requests to ${own} and its token endpoint. They forward each request to a \`fetch\`. With the
 * sandbox they are stateful: \`setupServer(...create${own}Handlers({ fetch: createSandbox().fetch }))\`.
 */
export function create${own}Handlers(options: HandlersOptions): HttpHandler[] {
  return createHandlers(${camelCase(api.name)}Contract, options)
}
`
  return { path: `${api.name}/handlers.ts`, text: headerFor(api) + text }
}

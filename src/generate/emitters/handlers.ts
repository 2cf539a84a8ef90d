import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { camelCase, pascalCase } from '../identifiers.ts'
import { RUNTIME } from './client.ts'

/** Handlers of MSW 2. A file of its own, because only those who import it need have MSW. */
export function emitHandlers(api: Api): GeneratedFile {
  const own = pascalCase(api.name)
  const text = `import type { HttpHandler } from 'msw'
import { createHandlers, type HandlersOptions } from '${RUNTIME}/handlers.ts'
import { ${camelCase(api.name)}Contract } from './client.ts'

export type { HandlersOptions }

/**
 * Handlers of MSW 2 that hand every operation of ${own}, and what gives its tokens, over to a \`fetch\`. With the sandbox's
 * they remember: \`setupServer(...create${own}Handlers({ fetch: createSandbox().fetch }))\`.
 */
export function create${own}Handlers(options: HandlersOptions): HttpHandler[] {
  return createHandlers(${camelCase(api.name)}Contract, options)
}
`
  return { path: `${api.name}/handlers.ts`, text: headerFor(api) + text }
}

import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Address, Document } from '../../document/document.ts'
import { ContractError } from '../../errors.ts'
import { loadPackage } from './load-package.ts'

/** A problem that Redocly sees. */
export interface LintProblem {
  readonly ruleId: string
  readonly severity: 'error' | 'warn'
  readonly address: Address
  readonly message: string
  readonly suggestion?: string
}

/** Lints a document as it was read: no file of it is read again, and nothing is fetched. */
export async function lintDocument(document: Document, rules: string): Promise<LintProblem[]> {
  const redocly = await loadPackage(() => import('@redocly/openapi-core'), '@redocly/openapi-core')
  const config = await redocly.loadConfig({ configPath: rules }).catch((error: unknown) => {
    const what = error instanceof Error ? error.message : String(error)
    throw new ContractError('bad-config', { what, where: rules, next: 'mend the rules of Redocly there' })
  })
  const files = [...document.written].map(([url, written]) => ({
    source: new redocly.Source(fileURLToPath(url), ''),
    // Redocly may write into what it walks.
    parsed: structuredClone(written),
  }))
  const [root] = files
  if (root === undefined) return []
  const resolver = new redocly.BaseResolver()
  resolver.loadExternalRef = (reference) => {
    return Promise.reject(new redocly.ResolveError(new Error(`${reference} is no file of the document`)))
  }
  for (const file of files) resolver.cache.set(file.source.absoluteRef, Promise.resolve(file))
  const problems = await redocly.lintDocument({ document: root, config, externalRefResolver: resolver })
  return problems.flatMap(({ ruleId, severity, location, message, suggest }): LintProblem[] => {
    const [place] = location
    if (place === undefined) return []
    const pointer = place.pointer === undefined || place.pointer === '#/' ? '#' : place.pointer
    const address = pathToFileURL(place.source.absoluteRef).href + pointer
    const [suggestion] = suggest
    return [{ ruleId, severity, address, message, ...(suggestion === undefined ? {} : { suggestion }) }]
  })
}

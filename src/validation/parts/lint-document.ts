import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Address, AppliedOverlay, Document } from '../../document/document.ts'
import type { Location } from '../../document/location.ts'
import { ContractError } from '../../errors.ts'
import { withDoubles } from '../../json.ts'
import { loadPackage } from './load-package.ts'

/** A problem that Redocly reports. */
export interface LintProblem {
  readonly ruleId: string
  readonly severity: 'error' | 'warn'
  readonly address: Address
  readonly message: string
  readonly suggestion?: string
}

/** Lints a document in memory. It reads no file again and fetches nothing. */
export async function lintDocument(document: Document, rules: string): Promise<LintProblem[]> {
  const { redocly, config } = await loadRedocly(rules)
  const files = [...document.written].map(([url, written]) => ({
    source: new redocly.Source(fileURLToPath(url), ''),
    // The copy has numbers instead of bigints, because Redocly does not support bigints. A copy is needed, because
    // Redocly may modify its input.
    parsed: withDoubles(written),
  }))
  const [root] = files
  if (root === undefined) return []
  const resolver = new redocly.BaseResolver()
  resolver.loadExternalRef = (reference) => {
    return Promise.reject(new redocly.ResolveError(new Error(`${reference} is not a file of the document`)))
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

/** A problem that Redocly reports in an overlay. */
export interface OverlayProblem extends Omit<LintProblem, 'address' | 'suggestion'> {
  readonly location: Location
}

/** Checks an overlay against Redocly's types of the Overlay Specification. */
export async function lintOverlay(overlay: AppliedOverlay, rules: string): Promise<OverlayProblem[]> {
  const { redocly, config } = await loadRedocly(rules)
  const document = { source: new redocly.Source(overlay.path, ''), parsed: withDoubles(overlay.written) }
  const problems = await redocly.lintDocument({ document, config, externalRefResolver: new redocly.BaseResolver() })
  return problems.map(({ ruleId, severity, location, message }) => {
    const [place] = location
    return { ruleId, severity, message, location: overlay.locate((place?.pointer ?? '').replace(/^#\/?$|^#/, '')) }
  })
}

async function loadRedocly(rules: string) {
  const redocly = await loadPackage(() => import('@redocly/openapi-core'), '@redocly/openapi-core')
  const config = await redocly.loadConfig({ configPath: rules }).catch((error: unknown) => {
    const what = error instanceof Error ? error.message : String(error)
    throw new ContractError('bad-config', { what, where: rules, next: 'correct the Redocly rules at this position' })
  })
  return { redocly, config }
}

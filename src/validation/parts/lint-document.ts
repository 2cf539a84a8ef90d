import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as Redocly from '@redocly/openapi-core'
import type { Config, NodeType } from '@redocly/openapi-core'
import type { Address, AppliedOverlay, Document } from '../../document/document.ts'
import type { Location } from '../../document/location.ts'
import { ContractError } from '../../errors.ts'
import { asText, isObject, withDoubles, type Json } from '../../json.ts'
import { loadPackage } from './load-package.ts'

/** A problem that Redocly found. */
export interface LintProblem {
  readonly ruleId: string
  readonly severity: 'error' | 'warn'
  readonly address: Address
  readonly message: string
  readonly suggestion?: string
}

/** Lints a document that was already read. Reads no files, and does not use the network. */
export async function lintDocument(document: Document, rules: string): Promise<LintProblem[]> {
  const { redocly, config } = await loadRedocly(rules)
  const files = [...document.written].map(([url, written], index) => ({
    source: new redocly.Source(fileURLToPath(url), ''),
    // Redocly does not support bigints and may change its input. Therefore it gets a copy in which bigints are numbers.
    parsed: index === 0 ? withWholeVersion(withDoubles(written)) : withDoubles(written),
  }))
  const [root] = files
  if (root === undefined) return []
  const resolver = new redocly.BaseResolver()
  resolver.loadExternalRef = (reference) => {
    return Promise.reject(new redocly.ResolveError(new Error(`${reference} is not a file of the document`)))
  }
  for (const file of files) resolver.cache.set(file.source.absoluteRef, Promise.resolve(file))
  const problems = await redocly.lintDocument({
    document: root,
    config,
    externalRefResolver: resolver,
    ...(document.openapi.startsWith('3.2') ? { customTypes: typesOf32(redocly) } : {}),
  })
  return problems.flatMap(({ ruleId, severity, location, message, suggest }): LintProblem[] => {
    const [place] = location
    if (place === undefined) return []
    const pointer = place.pointer === undefined || place.pointer === '#/' ? '#' : place.pointer
    const address = pathToFileURL(place.source.absoluteRef).href + pointer
    const [suggestion] = suggest
    return [{ ruleId, severity, address, message, ...(suggestion === undefined ? {} : { suggestion }) }]
  })
}

/** Returns the document with a complete version of OpenAPI, such as `3.1.0`, because Redocly throws for `3.1`. */
function withWholeVersion(root: Json): Json {
  if (!isObject(root) || !/^3\.\d+$/.test(asText(root['openapi']))) return root
  return { ...root, openapi: `${asText(root['openapi'])}.0` }
}

/**
 * Returns Redocly's types for OpenAPI 3.2, with corrections. Redocly 2.64 does not know everything in OpenAPI 3.2.0
 * (§4.7, §4.12, §4.14, §4.15, §4.17).
 */
function typesOf32({ Oas3_2Types: types }: typeof Redocly): Record<string, NodeType> {
  const { Parameter, Response, Encoding, NamedMediaTypes, MediaType } = types
  const { encoding, prefixEncoding, itemEncoding } = MediaType.properties
  return {
    ...types,
    // Redocly allows any `style` here. The check `structure_is_valid` checks `style` instead.
    Parameter: { ...Parameter, properties: { ...Parameter.properties, style: { type: 'string' } } },
    Response: { ...Response, required: [] },
    MediaType: { ...MediaType, properties: { ...MediaType.properties, description: { type: 'string' } } },
    NamedMediaTypes: { ...NamedMediaTypes, additionalProperties: 'MediaType' },
    Encoding: { ...Encoding, properties: { ...Encoding.properties, encoding, prefixEncoding, itemEncoding } },
  }
}

/** A problem that Redocly found in an overlay. */
export interface OverlayProblem extends Omit<LintProblem, 'address' | 'suggestion'> {
  readonly location: Location
}

/** Lints an overlay with Redocly. The rules are those of the Overlay Specification. */
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
  const reading = configs.get(rules) ?? redocly.loadConfig({ configPath: rules })
  configs.set(rules, reading)
  const config = await reading.catch((error: unknown) => {
    configs.delete(rules)
    const what = error instanceof Error ? error.message : String(error)
    throw new ContractError('bad-config', { what, where: rules, next: 'correct the Redocly rules at this position' })
  })
  return { redocly, config }
}

/** Cached configurations. Loading the rules takes longer than linting a small document. */
const configs = new Map<string, Promise<Config>>()

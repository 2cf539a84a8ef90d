import { childOf, type Document, type Node } from '../../document/document.ts'
import { parentOf } from '../../document/json-pointer.ts'
import { asObject, asText, isArray, isObject, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { CompareOperation, FoundChange } from '../found.ts'

interface Server {
  readonly url: string
  /** The path of the URL, without a trailing slash. */
  readonly path: string
  readonly address: string
}

/** Compares the servers of two documents. OpenAPI 3.1.1 §4.8.5. */
export function compareServers(base: Document, head: Document): FoundChange[] {
  return compareLists(serversOf(base.root), serversOf(head.root))
}

/**
 * Compares the `servers` of an operation or of its path. If present, they replace the servers of the document. OpenAPI
 * 3.1.1 §4.8.9, §4.8.10.
 */
export const compareOperationServers: CompareOperation = ({ base, head }) => {
  const [mine, theirs] = [ownerOf(base), ownerOf(head)]
  const isOwn = mine !== base.document.root || theirs !== head.document.root
  return isOwn ? compareLists(serversOf(mine), serversOf(theirs)) : []
}

/** Returns the object whose `servers` apply to an operation: the operation itself, its path item, or the document. */
function ownerOf({ document, address }: Operation): Node<JsonObject> {
  const item = parentOf(address)
  const owners = [address, item.endsWith('/additionalOperations') ? parentOf(item) : item]
  for (const each of owners) {
    const { value } = document.resolve(each)
    if (isObject(value) && isArray(value['servers']) && value['servers'].length > 0) return { address: each, value }
  }
  return document.root
}

function compareLists(mine: readonly Server[], theirs: readonly Server[]): FoundChange[] {
  const places = (one?: Server, other?: Server) => ({
    part: 'servers',
    base: one?.address ?? mine[0]?.address,
    head: other?.address ?? theirs[0]?.address,
  })
  const paths = new Set(theirs.map(({ path }) => path))
  return [
    ...mine
      .filter(({ url }) => !theirs.some((other) => other.url === url))
      .map((each): FoundChange => {
        const isPath = !paths.has(each.path)
        const what = isPath
          ? `No server has the base path \`${each.path === '' ? '/' : each.path}\` any longer.`
          : `The server \`${each.url}\` was removed.`
        return {
          ...places(each, theirs[0]),
          rule: isPath ? 'base-path-removed' : 'server-removed',
          what,
          key: each.url,
        }
      }),
    ...theirs
      .filter(({ url }) => !mine.some((other) => other.url === url))
      .map((each): FoundChange => ({
        ...places(mine[0], each),
        rule: 'server-added',
        what: `The server \`${each.url}\` was added.`,
        key: each.url,
      })),
  ]
}

function serversOf({ value, address }: Node<JsonObject>): Server[] {
  const list = value['servers']
  const servers = isArray(list) ? list.filter(isObject) : []
  // The default server is `/`. OpenAPI 3.1.1 §4.8.1.
  if (servers.length === 0) return [{ url: '/', path: '', address }]
  return servers.map((server, index) => {
    const url = withDefaults(asText(server['url'], '/'), server['variables'])
    return { url, path: pathOf(url), address: childOf(address, 'servers', index) }
  })
}

function withDefaults(url: string, variables: JsonObject[string] | undefined): string {
  return url.replaceAll(/\{([^}]*)\}/g, (whole, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined
    return isObject(variable) ? asText(variable['default'], whole) : whole
  })
}

function pathOf(url: string): string {
  return url.replace(/^\w+:\/\/[^/]*/, '').replace(/\/+$/, '')
}

const URLS = ['tokenUrl', 'authorizationUrl', 'refreshUrl', 'openIdConnectUrl'] as const

/** Compares the URLs in security schemes of the same name. OpenAPI 3.1.1 §4.8.27 to §4.8.29. */
export function compareCredentialUrls(base: Document, head: Document): FoundChange[] {
  const [mine, theirs] = [urlsOf(base), urlsOf(head)]
  return [...mine].flatMap(([name, one]): FoundChange[] => {
    const other = theirs.get(name)
    if (other === undefined || other.url === one.url) return []
    const what = `\`${name}\` changed from \`${one.url}\` to \`${other.url}\`.`
    return [
      { rule: 'credential-url-changed', part: 'security', what, base: one.address, head: other.address, key: name },
    ]
  })
}

function urlsOf({ root: { value, address } }: Document): ReadonlyMap<string, { url: string; address: string }> {
  const components = value['components']
  const schemes = isObject(components) ? components['securitySchemes'] : undefined
  const found = new Map<string, { url: string; address: string }>()
  for (const [name, scheme] of Object.entries(asObject(schemes))) {
    const at = childOf(address, 'components', 'securitySchemes', name)
    const add = (path: readonly string[], holder: JsonObject): void => {
      for (const key of URLS) {
        if (typeof holder[key] === 'string')
          found.set([name, ...path, key].join(' '), { url: holder[key], address: childOf(at, ...path, key) })
      }
    }
    if (!isObject(scheme)) continue
    add([], scheme)
    const flows = scheme['flows']
    for (const [flow, of] of Object.entries(asObject(flows))) if (isObject(of)) add(['flows', flow], of)
  }
  return found
}

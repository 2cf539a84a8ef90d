import { fileURLToPath } from 'node:url'
import { ContractError } from '../errors.ts'
import type { Json } from '../json.ts'
import type { Address } from './document.ts'
import { referenceOf, shown } from './resolved-document.ts'
import { decoded, type SchemaNames } from './schema-names.ts'
import { walkDocument } from './walk-document.ts'

interface Held {
  readonly reference: string
  readonly address: Address
  readonly extension: boolean
}

/**
 * Loads every file that a document's references lead to, nearest first, and gives the places of those references. One
 * in an extension counts only where something of the document leads there: else it is its author's own.
 */
export function followAll(
  root: string,
  resources: ReadonlyMap<string, Json>,
  names: SchemaNames,
  load: (url: string, from: string) => void,
): readonly Address[] {
  const live: Address[] = []
  const later: Held[] = []
  const queue: Held[] = []
  /** References in extensions of each file that nothing led to so far. */
  const asleep = new Map<string, readonly Held[]>()
  const wake = (all: readonly Held[]): void => {
    queue.push(...all)
    live.push(...all.map(({ address }) => address))
  }
  const enter = (url: string): void => {
    const all = referencesIn(url, resources.get(url) ?? null)
    asleep.set(
      url,
      all.filter(({ extension }) => extension),
    )
    wake(all.filter(({ extension }) => !extension))
  }
  const follow = (each: Held, url: string, fragment: string): void => {
    if (!resources.has(url)) load(url, placeOf(each))
    if (!asleep.has(url)) enter(url)
    const [target, left] = [`${url}#${fragment}`, asleep.get(url) ?? []]
    const isMeant = ({ address }: Held): boolean => address === target || address.startsWith(`${target}/`)
    if (!left.some(isMeant)) return
    asleep.set(
      url,
      left.filter((other) => !isMeant(other)),
    )
    wake(left.filter(isMeant))
  }
  enter(root)
  for (;;) {
    const next = queue.shift() ?? later.shift()
    if (next === undefined) return live
    const [base = '', ...outer] = names.basesAt(next.address)
    const url = urlOf(next.reference, outer.at(-1) ?? base)
    // What some `$id` calls itself is no file. Whether one does is known when every file is there.
    const isNamed = names.addressOf(next.reference, next.address, () => true) !== undefined
    if (isNamed) continue
    const mayBeNamed = url?.protocol !== 'file:' || outer.length > 0 || names.has(url.href)
    if (mayBeNamed && queue.length > 0) later.push(next)
    else if (url?.protocol === 'file:') follow(next, withoutHash(url), decoded(url.hash.slice(1)))
    else
      throw new ContractError('reference-remote', {
        what: next.reference,
        where: placeOf(next),
        next: 'save that file beside the document and reference it there',
      })
  }
}

function referencesIn(url: string, value: Json): readonly Held[] {
  const found: Held[] = []
  walkDocument(value, (node, at, names, extension) => {
    const reference = names ? undefined : referenceOf(node)
    if (reference !== undefined) found.push({ reference, address: `${url}#${at}`, extension })
    return node
  })
  return found
}

function urlOf(reference: string, file: string): URL | undefined {
  return URL.canParse(reference, file) ? new URL(reference, file) : undefined
}

function withoutHash(url: URL): string {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}

function placeOf({ address }: Held): string {
  const hash = address.indexOf('#')
  return `${shown(fileURLToPath(address.slice(0, hash)))}${address.slice(hash)}`
}

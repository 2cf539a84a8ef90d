import { listClauses } from '../../../clauses/list-clauses.ts'
import type { Clause } from '../../../clauses/clause.ts'
import type { Address } from '../../../document/document.ts'
import { parentOf, valueAt } from '../../../document/json-pointer.ts'
import { isObject } from '../../../json.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import type { DocumentContext } from '../../document-context.ts'

export const clausesHaveSources: DocumentCheck = {
  id: 'clauses_have_sources',
  title: 'every promise says who makes it',
  why: 'A promise of the vendor that breaks is news for the vendor; an assumption of ours that breaks is news for us.',
  level: 'error',
  check(context) {
    if (!context.isAnnotated) return []
    const places = new Map<Address, Set<string>>()
    for (const clause of context.operations.flatMap(listClauses)) {
      if (clause.source !== 'unstated') continue
      const address = ownerOf(clause, context)
      places.set(address, (places.get(address) ?? new Set()).add(shortName(clause)))
    }
    // What is said of an object serves all below it, so that one place is enough to mend.
    const outermost = [...places].filter(
      ([address]) => ![...places.keys()].some((each) => address.startsWith(`${each}/`)),
    )
    return outermost.map(([address, own]): DocumentFault => {
      const names = new Set([
        ...own,
        ...[...places].flatMap(([each, below]) => (each.startsWith(`${address}/`) ? [...below] : [])),
      ])
      const shown = [...names].slice(0, 4).join(', ') + (names.size > 4 ? ` and ${names.size - 4} more` : '')
      return {
        address,
        message: `nothing says who promises this: ${shown}`,
        next: 'add x-source here or on what refers to it: seed, vendor-docs or assumed',
      }
    })
  },
}

/** The object that could carry the x-source: lists and single values cannot. */
function ownerOf({ definedAt }: Clause, { document }: DocumentContext): Address {
  // An overlay writes into the root file only, which is the first.
  const resources = [...document.resources]
  const [url, resource] =
    resources.find(([each]) => document.locate(`${each}#`).file === definedAt.file) ?? resources[0] ?? []
  let pointer = definedAt.pointer
  while (pointer !== '' && !isObject(valueAt(resource, pointer))) pointer = parentOf(pointer)
  return `${url ?? ''}#${pointer}`
}

function shortName({ pointer, kind }: Clause): string {
  return kind === 'status' || kind === 'content-type' ? kind.replace('-', ' ') : pointer.split('/').slice(-2).join('/')
}

import { listClauses } from '../../../clauses/list-clauses.ts'
import type { Clause } from '../../../clauses/clause.ts'
import type { Address } from '../../../document/document.ts'
import { parentOf, valueAt } from '../../../document/json-pointer.ts'
import { isObject } from '../../../json.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import type { DocumentContext } from '../../document-context.ts'

export const clausesHaveSources: DocumentCheck = {
  id: 'clauses_have_sources',
  title: 'every clause has a source',
  why: 'If a clause fails, its source decides whether the server or the document is wrong.',
  level: 'error',
  check(context) {
    if (!context.isAnnotated) return []
    const places = new Map<Address, Set<string>>()
    for (const clause of context.operations.flatMap(listClauses)) {
      if (clause.source !== 'unstated') continue
      const address = ownerOf(clause, context)
      places.set(address, (places.get(address) ?? new Set()).add(shortName(clause)))
    }
    // The source of an object applies to everything inside it. If an object without a source contains others without a
    // source, only the outermost object is reported.
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
        message: `clauses without a source: ${shown}`,
        next: 'add x-source (seed, vendor-docs or assumed) here, or on an object that refers to this one',
      }
    })
  },
}

/** Returns the address of the innermost object that contains the clause and can have an `x-source`. */
function ownerOf({ definedAt }: Clause, { document }: DocumentContext): Address {
  // Overlays change only the root file, which is the first resource of the document.
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

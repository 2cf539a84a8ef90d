import { isAccepted, jsonOf } from '../../evidence/evidence.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Parameter } from '../../operations/operation.ts'
import { typesOf } from '../../schemas/types-of.ts'
import type { Rule } from '../rule.ts'

/** Common names of parameters for the page size, in lower case and without separators. */
const SIZES: ReadonlySet<string> = new Set(
  'limit perpage pagesize maxresults maxitems take top itemsperpage resultsperpage pagelimit'.split(' '),
)

export const listPages: Rule = {
  id: 'list_pages',
  title: 'A list has no more items than the request allows',
  why: 'A client that asks for a small page gets a large response, and reads the same items again on the next page.',
  fix: 'limit the page to the number of items that the parameter gives, or remove the parameter from the document',
  examples: {
    passes: 'GET /orders?limit=1 → 200 [{…}]',
    fails: 'GET /orders?limit=1 → 200 [{…}, {…}]',
  },
  // The level is only `drift`. The parameter may have another meaning, or the server may have a minimum page size.
  level: 'drift',
  weight: 'wrong',
  stages: ['drift'],
  judge(evidence) {
    const { operation, execution, response } = evidence
    const items = itemsOf(jsonOf(evidence))
    if (operation.method !== 'GET' || response === undefined || items === undefined || !isAccepted(evidence)) return []
    const parameter = operation.parameters.find(isPageSize)
    const size = parameter && execution.sent?.query[parameter.name]
    if (parameter === undefined || typeof size !== 'number' || size < 1 || items.length <= size) return []
    return [
      {
        pointer: response.pointer,
        address: parameter.schema?.address ?? response.address,
        message: `returns more items than the parameter ${parameter.name} allows`,
        expected: size === 1 ? 'at most 1 item' : `at most ${size} items`,
        received: `${items.length} items`,
        cause: 'page size',
      },
    ]
  },
}

function isPageSize({ in: place, name, schema }: Parameter): boolean {
  const plain = name.toLowerCase().replaceAll(/[^a-z]/g, '')
  return place === 'query' && SIZES.has(plain) && schema !== undefined && typesOf(schema).includes('integer')
}

/**
 * Returns the items of a list response: the response itself if it is an array, otherwise the only non-empty array among
 * its properties.
 */
function itemsOf(body: Json | undefined): readonly Json[] | undefined {
  if (isArray(body)) return body
  if (!isObject(body)) return undefined
  const lists = listsIn(body)
  return lists.length === 1 ? lists[0] : undefined
}

function listsIn(body: JsonObject): (readonly Json[])[] {
  return Object.values(body).filter((each): each is readonly Json[] => isArray(each) && each.length > 0)
}

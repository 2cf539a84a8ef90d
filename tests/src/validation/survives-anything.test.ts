import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { pointer } from '../../../src/document/json-pointer.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import { ContractError } from '../../../src/errors.ts'
import { isArray, isObject, type Json } from '../../../src/json.ts'
import { checks } from '../../../src/validation/checks.ts'
import { documentContext } from '../../../src/validation/document-context.ts'
import { orders } from './list-findings.ts'

const document = parse(orders()) as Json

function everyPlace(value: Json, at = ''): string[] {
  const below = isArray(value) || isObject(value) ? Object.entries(value) : []
  return [at, ...below.flatMap(([key, member]) => everyPlace(member, at + pointer(key)))]
}

function withAt(value: Json, at: string, instead: Json | undefined, from = ''): Json {
  const entries = (each: object): [string, Json][] =>
    (Object.entries(each) as [string, Json][])
      .filter(([key]) => instead !== undefined || from + pointer(key) !== at)
      .map(([key, member]) => {
        const place = from + pointer(key)
        if (place === at) return [key, instead ?? null]
        return [key, at.startsWith(`${place}/`) ? withAt(member, at, instead, place) : member]
      })
  if (isArray(value)) return entries(value).map(([, member]) => member)
  return isObject(value) ? Object.fromEntries(entries(value)) : value
}

/**
 * Runs all checks on a document. If a check throws an unexpected error, returns the stack of this error, otherwise
 * undefined.
 */
async function bugOf(changed: Json): Promise<string | undefined> {
  try {
    const context = documentContext(documentFromText(JSON.stringify(changed), 'orders.json'))
    for (const check of checks.filter(({ general }) => general !== true)) await check.check(context)
    return undefined
  } catch (error) {
    return error instanceof ContractError ? undefined : error instanceof Error ? error.stack : String(error)
  }
}

const INSTEAD: readonly (Json | undefined)[] = [undefined, null, 7, 'x', ['x', {}], { x: {} }]

test('no check throws, whichever single value of a document is missing or has another type', async () => {
  const bugs: string[] = []
  for (const [index, at] of everyPlace(document).slice(1).entries()) {
    const bug = await bugOf(withAt(document, at, INSTEAD[index % INSTEAD.length]))
    if (bug !== undefined) bugs.push(`${at}: ${bug}`)
  }
  expect(bugs).toEqual([])
}, 60_000)

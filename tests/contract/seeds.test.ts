import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { valueAt } from '../../src/document/json-pointer.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { isObject, type Json, type JsonObject } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'

/** A sentence of the vendor's web page, and the parts of the document that express the sentence. */
interface Sentence {
  readonly says: string
  readonly by: readonly Readonly<Record<string, string>>[]
}

describe.each(['lobbie', 'aniva'])('the document of %s and the web page of the vendor', (api) => {
  const document = readDocument(`specs/${api}/openapi.yaml`)
  const [operation] = listOperations(document)
  const [, at = ''] = operation?.address.split('#') ?? []
  const sentences = parse(readFileSync(`tests/fixtures/seeds/${api}.yaml`, 'utf8')) as readonly Sentence[]
  const value = (pointer: string): Json | undefined =>
    valueAt(document.root.value, pointer.startsWith('#') ? pointer.slice(1) : at + pointer)
  const invariants = idsOf(document.root.value)
  const scenarios = new Set(operation?.scenarios.map(({ id }) => id))

  test('more than forty sentences of the web page are listed', () => expect(sentences.length).toBeGreaterThan(40))

  test.each(sentences.map((each) => [each.says, each] as const))(
    'the document expresses the sentence: %s',
    (_says, { by }) => {
      expect(by.length).toBeGreaterThan(0)
      for (const { pointer, prose, absent, scenario, invariant } of by) {
        if (pointer !== undefined) expect(value(pointer), pointer).toBeDefined()
        if (prose !== undefined) expect(value(prose), prose).toMatch(/\w/)
        if (absent !== undefined) expect(value(absent), absent).toBeUndefined()
        if (scenario !== undefined) expect(scenarios).toContain(scenario)
        if (invariant !== undefined) expect(invariants).toContain(invariant)
      }
    },
  )
})

/** Returns the ids of all invariants of a document. */
function idsOf(value: Json): Set<string> {
  const found = new Set<string>()
  const visit = (each: Json): void => {
    if (Array.isArray(each)) each.forEach(visit)
    else if (isObject(each)) {
      const list = each['x-invariants']
      if (Array.isArray(list)) for (const rule of list as JsonObject[]) found.add(String(rule['id']))
      Object.values(each).forEach(visit)
    }
  }
  visit(value)
  return found
}

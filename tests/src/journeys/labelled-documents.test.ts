import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDocument } from '../../../src/document/read-document.ts'
import { operationGraph } from '../../../src/journeys/operation-graph.ts'
import { pathKeys } from '../../../src/journeys/path-value.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'

interface Labelled {
  readonly file: string
  readonly under?: readonly string[]
  readonly values: Readonly<Record<string, readonly string[]>>
}

const { documents } = parse(readFileSync(new URL('labelled-documents.yaml', import.meta.url), 'utf8')) as {
  readonly documents: readonly Labelled[]
}

const measured = documents.map((labelled) => ({ ...labelled, ...edgesOf(labelled) }))

/**
 * Returns two lists of edges of a document's graph: the edges that a person labelled, and those that the gate inferred.
 * An edge is a text such as `producer > consumer parameter`.
 */
function edgesOf({ file, under, values }: Labelled): { labelled: string[]; inferred: string[] } {
  const operations = listOperations(readDocument(file)).filter(
    ({ path }) => under === undefined || under.some((start) => path === start || path.startsWith(`${start}/`)),
  )
  const consumersOf = (key: string) => operations.filter(({ path }) => pathKeys(path).includes(key))
  const edges = (key: string, producers: readonly string[]) =>
    producers.flatMap((from) => consumersOf(key).map(({ method, path }) => `${from} > ${method} ${path} ${key}`))
  return {
    labelled: Object.entries(values).flatMap(([key, producers]) => edges(key, producers)),
    inferred: operationGraph(operations).flatMap(({ key, producers }) =>
      edges(
        key,
        producers.map(({ operation }) => `${operation.method} ${operation.path}`),
      ),
    ),
  }
}

const count = (of: (each: (typeof measured)[number]) => string[]): number =>
  measured.reduce((sum, each) => sum + of(each).length, 0)
const correct = count(({ labelled, inferred }) => labelled.filter((edge) => inferred.includes(edge)))

describe('the inferred graph of operations, compared with a graph that a person wrote (labels)', () => {
  test('the labels cover at least 15 documents and name only existing operations', () => {
    expect(documents.length).toBeGreaterThanOrEqual(15)
    for (const { file, values } of documents) {
      const operations = listOperations(readDocument(file))
      const names = new Set(operations.map(({ method, path }) => `${method} ${path}`))
      const keys = new Set(operations.flatMap(({ path }) => pathKeys(path)))
      expect(
        Object.values(values)
          .flat()
          .filter((name) => !names.has(name)),
      ).toEqual([])
      expect(Object.keys(values).filter((key) => !keys.has(key))).toEqual([])
    }
  })

  test('at least 95 % of the inferred edges are in the labels', () => {
    const inferred = count((each) => each.inferred)
    const wrong = measured.flatMap((each) => each.inferred.filter((edge) => !each.labelled.includes(edge)))
    console.info(`precision ${((100 * correct) / inferred).toFixed(1)} % of ${inferred} edges`, wrong)
    expect(correct / inferred).toBeGreaterThanOrEqual(0.95)
  })

  test('at least 80 % of the edges in the labels are inferred', () => {
    const labelled = count((each) => each.labelled)
    const missed = measured.flatMap((each) => each.labelled.filter((edge) => !each.inferred.includes(edge)))
    console.info(`recall ${((100 * correct) / labelled).toFixed(1)} % of ${labelled} edges`, missed)
    expect(correct / labelled).toBeGreaterThanOrEqual(0.8)
  })
})

import { describe, expect, test } from 'vitest'
import { baselineOf, DOCUMENT, entry, inWorkshop } from './baseline-run.ts'

const BOOKS = { '/books/count': {} }
const CLAUSE = 'countBooks/responses/200/content/application~1json/schema/required/count'

/** Runs the gate against a server whose only fault is a missing count of books. */
async function gateWith(
  changed: Readonly<Record<string, string | undefined>>,
  faults: object = BOOKS,
  document = DOCUMENT,
) {
  return await inWorkshop(async ({ gate, write }) => {
    write(baselineOf(entry(changed)))
    const { code, run, err } = await gate(faults as Record<string, unknown>)
    return { code, because: run.because, states: run.baseline?.entries.map(({ state }) => state), err }
  }, document)
}

describe('the gate fails, and says why, for an entry of the baseline', () => {
  test('that has expired', async () => {
    const { code, because } = await gateWith({ expires: '2026-03-01' })
    expect(code).toBe(1)
    expect(because).toEqual([
      `baseline.yaml:7: the known failure of ${CLAUSE} (response_schema_conformance) expired on 2026-03-01: ask Ada, then fix the failure or renew the entry`,
    ])
  })

  test('that no longer fails', async () => {
    const { code, because } = await gateWith({}, {})
    expect(code).toBe(1)
    expect(because).toEqual([
      expect.stringContaining(`${CLAUSE} (response_schema_conformance) no longer fails: remove`),
    ])
  })

  test('whose clause no response tested', async () => {
    const { code, because } = await gateWith({
      clause: 'countBooks/responses/200/content/application~1json/schema/properties/count/type',
    })
    expect(code).toBe(1)
    expect(because).toEqual([
      expect.stringContaining(
        'was not tested: the clause is not-run: no response with status 200 contained this value',
      ),
    ])
  })

  test('with a misspelt clause; the message suggests the clause that has the finding', async () => {
    const { code, because } = await gateWith({ clause: CLAUSE.replace('/count', '/cuont') })
    expect(code).toBe(1)
    expect(because).toEqual([
      expect.stringMatching(
        /the document has no such clause: did you mean the new failure of .*\/required\/count, rule/,
      ),
    ])
  })

  test('with another rule than the rule that reports the failure', async () => {
    const { code, because } = await gateWith({ rule: 'content_type_conformance' })
    expect(code).toBe(1)
    expect(because).toEqual([
      expect.stringContaining(
        `no longer fails: did you mean the new failure of ${CLAUSE}, rule response_schema_conformance?`,
      ),
    ])
  })

  test.each([
    ['of an operation without operationId whose path was renamed', { '/loans/count': {} }],
    ['of a renamed path that no longer fails', {}],
  ])('%s; the message suggests the new path', async (_title, faults) => {
    const loans = { operation: 'get /lent/count', clause: CLAUSE.replace('countBooks', 'get /lent/count') }
    const { code, because } = await gateWith(loans, faults)
    expect(code).toBe(1)
    expect(because.join()).toMatch(/did you mean .*get \/loans\/count\/responses\/200/)
  })

  test('of an operation that the document no longer has', async () => {
    const { code, because } = await gateWith({ operation: 'lend', clause: 'lend/responses/200' })
    expect(code).toBe(1)
    expect(because.join()).toContain('the document has no such clause')
  })
})

test('an entry of the baseline is valid on its last day', async () => {
  expect((await gateWith({ expires: '2026-03-02' })).code).toBe(0)
})

describe('an entry of the baseline', () => {
  test.each([
    ['operation', ['--operation', 'countAuthors'], 'its operation was left out'],
    ['rule', ['--checks', 'not_a_server_error'], 'its rule was not checked'],
  ])('is not judged if the options of the run leave out its %s', async (_title, options, reason) => {
    await inWorkshop(async ({ gate, write }) => {
      write(baselineOf(entry()))
      const { code, err, run } = await gate({}, ...options)
      expect(code).toBe(0)
      expect(err).toContain(`was not judged in this run: ${reason}`)
      expect(run.baseline?.entries.map(({ state }) => state)).toEqual(['not-judged'])
    })
  })

  test('is judged if the options of the run select its operation', async () => {
    await inWorkshop(async ({ gate, write }) => {
      write(baselineOf(entry()))
      expect((await gate({}, '--operation', 'countBooks')).code).toBe(1)
    })
  })
})

import { describe, expect, test } from 'vitest'
import { printSummary, type DocumentRow } from '../../proof/generated/print-generated.ts'
import { proveDocument } from '../../proof/generated/prove-document.ts'
import { publicDocuments } from '../../proof/generated/public-documents.ts'
import type { RoundTrip } from '../../proof/generated/round-trip.ts'

/**
 * The documents whose operations these tests call. `npm run prove:generated` calls the operations of all public
 * documents.
 */
const SOME = ['3.1-petstore', '3.0-security', 'galaxy']

describe('a client that is generated from a public document', () => {
  test('can be tested with at least forty public documents', () => {
    expect(publicDocuments().length).toBeGreaterThanOrEqual(40)
  })

  test.each(publicDocuments().filter(({ name }) => SOME.includes(name)))(
    'reads every response of a Prism mock of the document $name',
    async (document) => {
      const { trips } = await proveDocument(document)
      expect(trips.length).toBeGreaterThan(8)
      expect(trips.filter(({ result }) => result !== 'works')).toEqual([])
    },
    60_000,
  )
})

describe('the summary of round trips (a response of Prism that a generated client reads)', () => {
  const trip = (result: RoundTrip['result'], hasExample = true): RoundTrip => ({ operation: 'a', hasExample, result })
  const row = (trips: readonly RoundTrip[], errors: readonly string[] = []): DocumentRow => ({
    name: 'shop',
    trips,
    errors,
  })
  const nine = Array.from({ length: 9 }, () => trip('works'))

  test.each([
    ['succeeds if every round trip works', row(nine), true],
    ['succeeds if one of ten round trips fails for a known reason', row([...nine, trip('explained')]), true],
    [
      'fails if two of eleven round trips fail for a known reason',
      row([...nine, trip('explained'), trip('explained')]),
      false,
    ],
    [
      'succeeds if two of eleven round trips fail for a known reason, but one of the two has no example',
      row([...nine, trip('explained', false), trip('explained')]),
      true,
    ],
    ['fails if one round trip fails for an unknown reason', row([...nine, trip('fails')]), false],
    ['fails if the generated code does not compile', row(nine, ['shop/client.ts(1,1): error TS1005']), false],
  ])('says that the proof %s', (_case, given, proved) => {
    expect(printSummary([given]).proved).toBe(proved)
  })
})

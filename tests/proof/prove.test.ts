import { beforeAll, describe, expect, test } from 'vitest'
import { FAULTS } from '../../sandbox/faults.ts'
import type { FaultFamily } from '../../sandbox/fault.ts'
import { VARIANTS } from '../../proof/variants.ts'
import { printFault, printProof } from '../../proof/prove/print-proof.ts'
import { isProved, scoresOf, type Proof } from '../../proof/prove/proof.ts'
import { prove } from '../../proof/prove/prove.ts'
import { rules } from '../../src/rules/rules.ts'
import { settings } from './settings.ts'

const FAMILIES: readonly FaultFamily[] = [
  'response-schema',
  'status',
  'headers',
  'validation',
  'credentials',
  'update',
  'time',
  'conflict',
  'error-body',
  'intermittent',
]
/** Of each family of each API the first. All of them are proved by `npm run prove`, which is a step of CI. */
const SOME = FAMILIES.flatMap((family) =>
  (['lobbie', 'aniva'] as const).flatMap((api) =>
    FAULTS.filter((fault) => fault.family === family && fault.api === api).slice(0, 1),
  ),
)

describe('the faults', () => {
  test('are at least a hundred, at least forty for each api, and spread over every family', () => {
    const count = (api: string): number => FAULTS.filter((fault) => fault.api === api).length
    expect(FAULTS.length).toBeGreaterThanOrEqual(100)
    expect(Math.min(count('lobbie'), count('aniva'))).toBeGreaterThanOrEqual(40)
    for (const api of ['lobbie', 'aniva']) {
      expect([...new Set(FAULTS.filter((fault) => fault.api === api).map(({ family }) => family))].toSorted()).toEqual(
        FAMILIES.toSorted(),
      )
    }
  })

  test('name rules that there are', () => {
    const known = new Set([...rules.map(({ id }) => id), 'unstable_answer'])
    expect(FAULTS.flatMap(({ caughtBy }) => caughtBy).filter((rule) => !known.has(rule))).toEqual([])
  })

  test('and at least twenty harmless variants stand beside them', () => {
    expect(VARIANTS.length).toBeGreaterThanOrEqual(20)
    expect(new Set(VARIANTS.map(({ id }) => id)).size).toBe(VARIANTS.length)
  })
})

describe('a fault of each family', () => {
  let proof: Proof
  beforeAll(async () => {
    proof = await prove({ ...settings(), faults: SOME, variants: [] })
  }, 60_000)

  test('is told, each by one finding of a rule that it names', () => {
    expect(proof.faults.filter(({ outcome }) => outcome !== 'killed').map(printFault)).toEqual([])
    expect(proof.faults.map(({ id }) => id)).toEqual(SOME.map(({ id }) => id))
    expect(isProved(proof)).toBe(true)
  })

  test('has every family in its score, and the totals are the rows', () => {
    const scores = scoresOf(proof.faults)
    expect(scores.map(({ family }) => family)).toEqual(FAMILIES)
    expect(scores.reduce((sum, { faults }) => sum + faults, 0)).toBe(SOME.length)
    const total = `${SOME.length}`
    expect(printProof(proof)).toMatch(new RegExp(`^all +${total} +${total} +100 %$`, 'm'))
    expect(printProof(proof)).toContain('survivors: none')
  })
})

test('without the rule about partial updates just what only it sees gets through, and is named with its clause', async () => {
  const faults = FAULTS.filter(({ id }) =>
    ['lobbie-untouched-note-wiped', 'lobbie-double-booking', 'aniva-update-drops-the-panels'].includes(id),
  )
  const blind = rules.filter(({ id }) => id !== 'partial_update_frame')
  const proof = await prove({ ...settings(), rules: blind, faults, variants: [] })
  const survivors = proof.faults.filter(({ outcome }) => outcome === 'survived')
  expect(survivors.map(({ id, unjudged }) => ({ id, unjudged }))).toEqual([
    {
      id: 'lobbie-untouched-note-wiped',
      unjudged:
        'updateAppointment/responses/200 at /note is not judged: updateAppointment/scenario/200/reschedule and 16 more show it',
    },
    {
      id: 'aniva-update-drops-the-panels',
      unjudged:
        'updateAppointment/responses/200 at /panels is not judged: updateAppointment/scenario/200/reschedule-confirmed and 20 more show it',
    },
  ])
  expect(isProved(proof)).toBe(false)
  expect(printProof(proof)).toContain('survivors: 2')
})

test('a lie that no case brings out is told to lack a case', async () => {
  const [fault] = FAULTS.filter(({ id }) => id === 'lobbie-note-not-applied')
  if (fault?.api !== 'lobbie') throw new Error('there is no such fault')
  const idle = { ...fault, tell: () => ({}) }
  const proof = await prove({ ...settings(), faults: [idle], variants: [] })
  expect(proof.faults.map(({ outcome, unjudged }) => ({ outcome, unjudged }))).toEqual([
    { outcome: 'survived', unjudged: 'no case brings it out: a case is missing' },
  ])
})

test('a fault that is told by another rule than it names is not proved, nor one that is told twice', async () => {
  const wrong = FAULTS.filter(({ id }) => id === 'lobbie-double-booking').map((fault) => ({
    ...fault,
    caughtBy: ['invariant' as const],
  }))
  const [one, two] = ['lobbie-note-not-applied', 'lobbie-double-booking'].map((id) =>
    FAULTS.find((fault) => fault.id === id),
  )
  if (one?.api !== 'lobbie' || two?.api !== 'lobbie') throw new Error('there are no such faults')
  const both = {
    ...one,
    id: 'lobbie-two-in-one',
    caughtBy: [...one.caughtBy, ...two.caughtBy],
    tell: (truth: Parameters<typeof one.tell>[0]) => ({ ...one.tell(truth), ...two.tell(truth) }),
  }
  const explained = { ...both, alsoShows: 'It is two lies.' }
  const proof = await prove({ ...settings(), faults: [...wrong, both, explained], variants: [] })
  expect(proof.faults.map(({ outcome }) => outcome)).toEqual(['other-rule', 'told-twice', 'killed'])
  expect(isProved(proof)).toBe(false)
  expect(printProof(proof)).toContain('lobbie-two-in-one: It is two lies.')
})

test('two proofs are the same but for the milliseconds', async () => {
  const some = { ...settings(), faults: SOME.slice(0, 3), variants: VARIANTS.slice(0, 1) }
  const [one, other] = [await prove(some), await prove(some)]
  const timeless = (proof: Proof): unknown =>
    JSON.parse(JSON.stringify(proof, (key, value: unknown) => (key === 'milliseconds' ? 0 : value)))
  expect(timeless(one)).toEqual(timeless(other))
})

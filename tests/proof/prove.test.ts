import { beforeAll, describe, expect, test } from 'vitest'
import { ALL_FAULTS, findAnyFault } from '../../proof/faults.ts'
import { VARIANTS } from '../../proof/variants.ts'
import { printFault, printProof } from '../../proof/prove/print-proof.ts'
import { isProved, scoresOf, type Proof } from '../../proof/prove/proof.ts'
import { prove } from '../../proof/prove/prove.ts'
import { FAULT_FAMILIES as FAMILIES, type LobbieFault } from '../../sandbox/faults/fault.ts'
import { rules } from '../../src/rules/rules.ts'
import { settings } from './settings.ts'

/** The first fault of each family, for both APIs. The CI step `npm run prove` runs all faults. */
const SOME = FAMILIES.flatMap((family) =>
  (['lobbie', 'aniva'] as const).flatMap((api) =>
    ALL_FAULTS.filter((fault) => fault.family === family && fault.api === api).slice(0, 1),
  ),
)

/** Makes one fault that combines two faults of Lobbie. */
function inOne(one: LobbieFault, other: LobbieFault): LobbieFault {
  return {
    ...one,
    id: 'lobbie-two-in-one',
    rules: [...one.rules, ...other.rules],
    change: (correct) => ({ ...one.change(correct), ...other.change(correct) }),
  }
}

function lobbieFault(id: string): LobbieFault {
  const fault = findAnyFault(id)
  if (fault.api !== 'lobbie') throw new Error(`${id} is not a fault of Lobbie`)
  return fault
}

describe('the seeded faults of the sandbox', () => {
  test('cover every family for Lobbie and Aniva, with at least forty faults for each API and a hundred in all', () => {
    expect(ALL_FAULTS.length).toBeGreaterThanOrEqual(100)
    for (const api of ['lobbie', 'aniva']) {
      const own = ALL_FAULTS.filter((fault) => fault.api === api)
      expect(own.length).toBeGreaterThanOrEqual(40)
      expect([...new Set(own.map(({ family }) => family))]).toEqual(FAMILIES)
    }
  })

  test('name only rules that exist', () => {
    const known = new Set<string>([...rules.map(({ id }) => id), 'unstable_answer'])
    expect(ALL_FAULTS.flatMap((fault) => fault.rules).filter((rule) => !known.has(rule))).toEqual([])
  })

  test('are accompanied by at least twenty harmless variants', () => {
    expect(VARIANTS.length).toBeGreaterThanOrEqual(20)
  })
})

describe('a seeded fault of each family', () => {
  let proof: Proof
  beforeAll(async () => {
    proof = await prove({ ...settings(), faults: SOME, variants: [] })
  }, 60_000)

  test('is detected by exactly one finding, of a rule that the fault lists', () => {
    expect(proof.faults.filter(({ outcome }) => outcome !== 'killed').map(printFault)).toEqual([])
    expect(proof.faults.map(({ id }) => id)).toEqual(SOME.map(({ id }) => id))
    expect(isProved(proof)).toBe(true)
  })

  test('counts in the score of its family, and the family scores add up to the total', () => {
    const scores = scoresOf(proof.faults)
    expect(scores.map(({ family }) => family)).toEqual(FAMILIES)
    expect(scores.reduce((sum, { faults }) => sum + faults, 0)).toBe(SOME.length)
    const total = `${SOME.length}`
    expect(printProof(proof)).toMatch(new RegExp(`^all +${total} +${total} +100 %$`, 'm'))
    expect(printProof(proof)).toContain('survivors: none')
  })
})

test('a fault is reported as undetected, with its clause, if the only rule that detects it is left out', async () => {
  const faults = ['lobbie-untouched-note-wiped', 'lobbie-double-booking', 'aniva-update-drops-the-panels'].map(
    findAnyFault,
  )
  const others = rules.filter(({ id }) => id !== 'partial_update_frame')
  const proof = await prove({ ...settings(), rules: others, faults, variants: [] })
  const survivors = proof.faults.filter(({ outcome }) => outcome === 'survived')
  expect(survivors.map(({ id, notJudged }) => ({ id, notJudged }))).toEqual([
    {
      id: 'lobbie-untouched-note-wiped',
      notJudged:
        'no rule judges updateAppointment/responses/200 at /note: updateAppointment/scenario/200/reschedule and 15 more cases show the fault',
    },
    {
      id: 'aniva-update-drops-the-panels',
      notJudged:
        'no rule judges updateAppointment/responses/200 at /panels: updateAppointment/scenario/200/reschedule and 18 more cases show the fault',
    },
  ])
  expect(isProved(proof)).toBe(false)
  expect(printProof(proof)).toContain('survivors: 2')
})

test('if no case reveals a seeded fault, the proof says that a case is missing', async () => {
  const idle = { ...lobbieFault('lobbie-note-not-applied'), change: () => ({}) }
  const proof = await prove({ ...settings(), faults: [idle], variants: [] })
  expect(proof.faults.map(({ outcome, notJudged }) => ({ outcome, notJudged }))).toEqual([
    { outcome: 'survived', notJudged: 'no case shows the fault: a case is missing' },
  ])
})

test('a fault does not count as detected if only a rule that it does not list reports it, or if it has two unexplained findings', async () => {
  const wrong = { ...lobbieFault('lobbie-double-booking'), rules: ['invariant' as const] }
  const both = inOne(lobbieFault('lobbie-note-not-applied'), lobbieFault('lobbie-double-booking'))
  const explained = { ...both, whySeveralFindings: 'It is two faults.' }
  const proof = await prove({ ...settings(), faults: [wrong, both, explained], variants: [] })
  expect(proof.faults.map(({ outcome }) => outcome)).toEqual(['other-rule', 'reported-twice', 'killed'])
  expect(isProved(proof)).toBe(false)
  expect(printProof(proof)).toContain('lobbie-two-in-one: It is two faults.')
})

test('two proofs have the same result, except for the measured milliseconds', async () => {
  const some = { ...settings(), faults: SOME.slice(0, 3), variants: VARIANTS.slice(0, 1) }
  const [one, other] = [await prove(some), await prove(some)]
  const timeless = (proof: Proof): unknown =>
    JSON.parse(JSON.stringify(proof, (key, value: unknown) => (key === 'milliseconds' ? 0 : value)))
  expect(timeless(one)).toEqual(timeless(other))
})

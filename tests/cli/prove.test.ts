import { expect, test } from 'vitest'
import { FAULTS } from '../../sandbox/faults.ts'
import { HELD_OUT } from '../../sandbox/faults/held-out.ts'
import type { Proof } from '../../src/prove/proof.ts'
import { runMain } from '../support/run-main.ts'

test('one fault is proved and told as a row and its score', async () => {
  const { code, out, err } = await runMain(['prove', '--fault', 'aniva-update-not-applied'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^aniva-update-not-applied +update +partial_update_frame +1 +\d+ +\d+$/m)
  expect(out).toMatch(/^all +1 +1 +100 %$/m)
  expect(out).toContain('survivors: none')
})

test('as json it is one document, and only that', async () => {
  const { code, out } = await runMain(['prove', '--fault', 'lobbie-status-missing', '--format', 'json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    seed: 1,
    faults: [{ id: 'lobbie-status-missing', outcome: 'killed', caughtBy: ['response_schema_conformance'] }],
    variants: [],
  })
})

test('of the faults that nothing was mended for the score is told, and fails nothing', async () => {
  const { code, out } = await runMain(['prove', '--held-out', '--format', 'json'])
  const proof = JSON.parse(out) as Proof
  expect(code).toBe(0)
  expect(proof.faults.map(({ id }) => id)).toEqual(HELD_OUT.map(({ id }) => id))
  expect(FAULTS.filter(({ id }) => HELD_OUT.some((fault) => fault.id === id))).toEqual([])
  expect(proof.faults.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(0)
})

test.each([
  [['--fault', 'no-such-fault'], 'the sandbox has no fault no-such-fault'],
  [['--api', 'anonymous'], 'Allowed choices are lobbie, aniva'],
  [['--mutants', '--fault', 'aniva-update-not-applied'], '--fault, --mutants and --held-out go without one another'],
  [['--held-out', '--mutants'], '--fault, --mutants and --held-out go without one another'],
  [['--lean', '--mutants'], '--mutants goes without --lean'],
])('%j could not be judged', async (args, sentence) => {
  const { code, out, err } = await runMain(['prove', ...args])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
})

import { expect, test } from 'vitest'
import { FAULTS } from '../../sandbox/faults.ts'
import { HELD_OUT } from '../../sandbox/faults/held-out.ts'
import type { Proof } from '../../proof/prove/proof.ts'
import { runProve } from '../support/run-prove.ts'

test('one fault is proved and told as a row and its score', async () => {
  const { code, out, err } = await runProve(['--fault', 'aniva-update-not-applied'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^aniva-update-not-applied +update +partial_update_frame +1 +\d+ +\d+$/m)
  expect(out).toMatch(/^all +1 +1 +100 %$/m)
  expect(out).toContain('survivors: none')
})

test('as json it is one document, and only that', async () => {
  const { code, out } = await runProve(['--fault', 'lobbie-status-missing', '--format', 'json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    seed: 1,
    faults: [{ id: 'lobbie-status-missing', outcome: 'killed', caughtBy: ['response_schema_conformance'] }],
    variants: [],
  })
})

test('of the faults that nothing was mended for the score is told, and fails nothing', async () => {
  const { code, out } = await runProve(['--held-out', '--format', 'json'])
  const proof = JSON.parse(out) as Proof
  expect(code).toBe(0)
  expect(proof.faults.map(({ id }) => id)).toEqual(HELD_OUT.map(({ id }) => id))
  expect(FAULTS.filter(({ id }) => HELD_OUT.some((fault) => fault.id === id))).toEqual([])
  expect(proof.faults.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(0)
})

test.each([
  [['--fault', 'no-such-fault'], 'there is no fault no-such-fault'],
  [['--api', 'anonymous'], 'Allowed choices are lobbie, aniva'],
  [['--mutants', '--fault', 'aniva-update-not-applied'], '--fault, --mutants and --held-out exclude one another'],
  [['--held-out', '--mutants'], '--fault, --mutants and --held-out exclude one another'],
  [['--lean', '--mutants'], '--mutants and --lean exclude one another'],
])('%j could not be judged', async (args, sentence) => {
  const { code, out, err } = await runProve(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
})

test('a survivor of the lean plan is reported and fails nothing', async () => {
  const faults = ['--fault', 'lobbie-update-not-applied', '--fault', 'lobbie-expired-token-accepted']
  const { code, out } = await runProve(['--lean', ...faults, '--format', 'json'])
  const { faults: rows } = JSON.parse(out) as Proof
  expect(code).toBe(0)
  expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['lobbie-expired-token-accepted', 'survived'],
    ['lobbie-update-not-applied', 'killed'],
  ])
})

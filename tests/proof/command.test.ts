import { expect, test } from 'vitest'
import { ALL_FAULTS, HELD_OUT } from '../../proof/faults.ts'
import type { Proof } from '../../proof/prove/proof.ts'
import { runProve } from '../support/run-prove.ts'

test('`prove --fault` prints one row for the named fault, and its score', async () => {
  const { code, out, err } = await runProve(['--fault', 'aniva-update-not-applied'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^aniva-update-not-applied +update +partial_update_frame +1 +\d+ +\d+$/m)
  expect(out).toMatch(/^all +1 +1 +100 %$/m)
  expect(out).toContain('survivors: none')
})

test('`prove --format json` prints one JSON document and nothing else', async () => {
  const { code, out } = await runProve(['--fault', 'lobbie-status-missing', '--format', 'json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    seed: 1,
    faults: [{ id: 'lobbie-status-missing', outcome: 'killed', detectedBy: ['response_schema_conformance'] }],
    variants: [],
  })
})

test('`prove --held-out --api` prints the score of the held-out faults of the API and exits 0', async () => {
  const { code, out } = await runProve(['--held-out', '--api', 'aniva', '--format', 'json'])
  const proof = JSON.parse(out) as Proof
  expect(code).toBe(0)
  expect(proof.faults.map(({ id }) => id)).toEqual(HELD_OUT.filter(({ api }) => api === 'aniva').map(({ id }) => id))
  expect(ALL_FAULTS.filter(({ id }) => HELD_OUT.some((fault) => fault.id === id))).toEqual([])
  expect(proof.faults.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(0)
})

test.each([
  [['--fault', 'no-such-fault'], 'there is no fault no-such-fault'],
  [['--api', 'unknown'], 'one of lobbie, aniva, got `unknown`'],
  [['--mutants', '--fault', 'aniva-update-not-applied'], '--fault, --mutants, --held-out and --set cannot be combined'],
  [['--held-out', '--mutants'], '--fault, --mutants, --held-out and --set cannot be combined'],
  [['--plan', 'lean', '--mutants'], '--mutants cannot be combined with another plan'],
])('`prove` exits 2 for the arguments %j', async (args, sentence) => {
  const { code, out, err } = await runProve(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
})

test('`prove --plan lean` prints `survived` for a fault that the plan misses, and exits 0', async () => {
  const faults = ['--fault', 'lobbie-update-not-applied', '--fault', 'lobbie-expired-token-accepted']
  const { code, out } = await runProve(['--plan', 'lean', ...faults, '--format', 'json'])
  const { faults: rows } = JSON.parse(out) as Proof
  expect(code).toBe(0)
  expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['lobbie-expired-token-accepted', 'survived'],
    ['lobbie-update-not-applied', 'killed'],
  ])
})

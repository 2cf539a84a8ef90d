import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const load = async <M>(file: string): Promise<M> => (await import(pathToFileURL(`proof/peers/${file}`).href)) as M
const { openPeerJournal } = await load<{
  openPeerJournal: (
    file: string,
    settings: { isResumed: boolean; of: object },
  ) => { times: number; once: <T>(name: readonly unknown[], measure: () => Promise<T>) => Promise<T> }
}>('journal.mjs')
const { printBenchmarks } = await load<{ printBenchmarks: (result: object) => string }>('print.mjs')
const { draw, inTurns } = await load<{
  draw: <T extends { id: string }>(list: readonly T[], most?: number) => T[]
  inTurns: (groups: readonly object[]) => { fault?: { id: string }; variant?: { id: string } }[]
}>('sample.mjs')
const { command, mustRun } = await load<{
  command: (program: string, args: string[], options?: object) => Promise<{ code: number; out: string }>
  mustRun: (program: string, args: string[]) => Promise<unknown>
}>('command.mjs')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peers-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the journal of benchmark measurements', () => {
  const of = { commit: 'a', versions: ['x 1'] }
  const open = (isResumed: boolean, about: object = of) =>
    openPeerJournal(join(folder, 'runs.jsonl'), { isResumed, of: about })

  test('returns a stored result instead of measuring again, even if the last line of the file is incomplete', async () => {
    const first = open(false)
    expect(await first.once(['fault', 'x', undefined], async () => 1)).toBe(1)
    const file = join(folder, 'runs.jsonl')
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"key":"cut`)
    const again = open(true)
    expect([first.times, again.times]).toEqual([1, 2])
    expect(await again.once(['fault', 'x', undefined], async () => 2)).toBe(1)
    expect(await again.once(['variant', 'x', undefined], async () => 3)).toBe(3)
  })

  test('measures once if two callers need the same result at the same time, and repeats a failed measurement', async () => {
    const journal = open(false)
    let count = 0
    const measure = async () => (count += 1)
    expect(await Promise.all([journal.once(['x'], measure), journal.once(['x'], measure)])).toEqual([1, 1])
    const fails = () => Promise.reject(new Error('busy'))
    await expect(journal.once(['y'], fails)).rejects.toThrow('busy')
    expect(await journal.once(['y'], measure)).toBe(2)
  })

  test('repeats every measurement if the commit has changed or --resume is missing', async () => {
    await open(false).once(['x'], async () => 1)
    expect(await open(true, { ...of, commit: 'b' }).once(['x'], async () => 2)).toBe(2)
    expect(await open(false).once(['x'], async () => 3)).toBe(3)
  })
})

describe('a program that the benchmarks run', () => {
  test('is stopped after its time limit, together with its child processes', async () => {
    const { code } = await command('sh', ['-c', 'sleep 60 & sleep 60'], { minutes: 0.005 })
    expect(code).toBe(255)
  })

  test('causes an error if it must succeed but fails', async () => {
    await expect(mustRun(process.execPath, ['-e', 'process.exit(3)'])).rejects.toThrow('ends with 3')
    await expect(mustRun('no-such-program', [])).rejects.toThrow('ENOENT')
  })
})

describe('the sample of faults', () => {
  const list = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => ({ id: prefix + index }))

  test('depends on the ids of the faults, not on their order', () => {
    const all = list('x', 20)
    expect(draw(all, 5)).toEqual(draw(all.toReversed(), 5))
    expect(draw(all, 5)).not.toEqual(all.slice(0, 5))
  })

  test('takes faults from each group in turn, so that a comparison that ends early covers each group', () => {
    const groups = [
      { name: 'one', faults: list('a', 3), variants: list('v', 1) },
      { name: 'two', faults: list('b', 1), variants: [] },
    ]
    const ids = inTurns(groups).map(({ fault, variant }) => (fault ?? variant)?.id)
    expect(ids).toEqual(['a0', 'v0', 'b0', 'a1', 'a2'])
  })
})

describe('BENCHMARKS.md', () => {
  const GATE = { name: 'contract-gate', plan: 'default', tuned: '', version: '1' }
  const RIVAL = { name: 'Schemathesis', tuned: '', version: '1', hasSeeds: true }
  const fault = (id: string, family: string) => ({ id, family, api: 'lobbie', title: `Fault ${id}.` })
  const times = (names: readonly string[], milliseconds: number) =>
    Object.fromEntries(
      names.flatMap((name) =>
        ['lobbie', 'aniva'].map((api) => [`${name} ${api}`, { findings: [], milliseconds, requests: 9, rounds: 3 }]),
      ),
    )
  const row = (peer: string, group: string, id: string, found: boolean) => ({
    ...{ peer, group, id, commit: '0123456789' },
    findings: found ? ['x'] : [],
  })
  function resultOf(here: readonly { name: string }[]) {
    const names = here.map(({ name }) => name)
    return {
      ...{ date: '2026-11-26', commit: '0123456789', machine: 'here', each: 1, times: 1, seeds: 2, here },
      absent: [{ name: 'Dredd', because: 'it is not there' }],
      ...{ correct: times(names, 1000), slow: times(names, 5000), requests: {}, SLOW: { latency: 1, perSecond: 1 } },
      groups: [
        {
          ...{ name: 'e', commit: 'fedcba9876', faults: [fault('one', 'status'), fault('two', 'time')] },
          variants: [{ id: 'wide', api: 'lobbie', title: 'Wide.', isDrift: false }],
        },
        { name: 'held-out', faults: [fault('three', 'time')], variants: [] },
      ],
      kills: names.flatMap((peer) => [row(peer, 'e', 'one', true), row(peer, 'held-out', 'three', false)]),
      alarms: names.map((peer) => row(peer, 'e', 'wide', peer === 'Schemathesis')),
      gate: {
        first: { 'e default': { killed: ['two'], reported: [] } },
        kills: [row('contract-gate', 'held-out', 'three', true)],
        today: undefined as object | undefined,
      },
      variance: [] as object[],
    }
  }
  const rowOf = (text: string, name: string) =>
    text
      .split('\n')
      .find((line) => line.startsWith(`| ${name} `))
      ?.split('|')
      .map((cell) => cell.trim())

  test('lists a tool that is not installed and gives it no score', () => {
    const text = printBenchmarks(resultOf([GATE, RIVAL]))
    expect(text).toContain('Dredd is absent: it is not there. It is not counted as zero.')
    expect(rowOf(text, 'Dredd')).toBeUndefined()
    expect(text).not.toMatch(/NaN|undefined/)
  })

  test('can be printed if contract-gate was not measured', () => {
    const text = printBenchmarks(resultOf([RIVAL]))
    expect(text).toContain('The times of the gate were not measured')
    expect(text).not.toMatch(/NaN|undefined/)
  })

  test('counts only faults on which all other tools were run; for blind faults, shows how many the gate detected in its first run', () => {
    const text = printBenchmarks(resultOf([GATE, RIVAL]))
    expect(text).toContain('detected of 1 blind faults')
    expect(rowOf(text, 'contract-gate')?.slice(2, 4)).toEqual(['0 (first run)', '1'])
    expect(rowOf(text, 'Schemathesis')?.slice(2, 4)).toEqual(['1', '0'])
    expect(text).toContain('- `one` (Schemathesis): Fault one.')
    expect(text).toContain('Detected only by the gate (1): `three`.')
  })

  test('counts a false alarm if a tool reports a harmless variant', () => {
    const text = printBenchmarks(resultOf([GATE, RIVAL]))
    expect(text).toMatch(/^\| contract-gate \| 0 \| 0 of 1 \| none \|$/m)
    expect(text).toMatch(/^\| Schemathesis \| 0 \| 1 of 1 \| `wide` \|$/m)
  })

  test('marks the time target as met only if it is met for both APIs', () => {
    const result = resultOf([GATE, RIVAL])
    const asked = (slow: object) =>
      /^- Schemathesis: (\S+)\. It takes/m.exec(printBenchmarks({ ...result, slow: { ...result.slow, ...slow } }))?.[1]
    const long = { milliseconds: 15_000, requests: 9 }
    expect(asked({})).toBe('**missed**')
    expect(asked({ 'Schemathesis lobbie': long })).toBe('**missed**')
    expect(asked({ 'Schemathesis lobbie': long, 'Schemathesis aniva': long })).toBe('met')
  })

  test('names the faults whose verdict changes with the seed', () => {
    const run = (id: string, seed: number, found: boolean) => ({ ...row('Schemathesis', 'own', id, found), seed })
    const variance = [run('one', 1, true), run('one', 2, false), run('two', 1, true), run('two', 2, true)]
    expect(printBenchmarks({ ...resultOf([GATE, RIVAL]), variance })).toContain(
      'Schemathesis: 2 faults with 2 seeds each. The verdict changed for 1 (`one`), the findings for 1. It detected 1 to 2 of the 2 faults.',
    )
  })

  test('if the gate was measured at a newer commit, names the commit at which the other tools were measured', () => {
    const result = resultOf([GATE, RIVAL])
    expect(printBenchmarks(result)).not.toContain('were measured at')
    expect(printBenchmarks({ ...result, commit: 'aaaaaaaaaa' })).toContain('were measured at 01234567,')
  })
})

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

  test('returns the stored result of a measurement that is in the file, also if the last line of the file is cut off', async () => {
    const first = open(false)
    expect(await first.once(['fault', 'x', undefined], async () => 1)).toBe(1)
    const file = join(folder, 'runs.jsonl')
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"key":"cut`)
    const again = open(true)
    expect([first.times, again.times]).toEqual([1, 2])
    expect(await again.once(['fault', 'x', undefined], async () => 2)).toBe(1)
    expect(await again.once(['variant', 'x', undefined], async () => 3)).toBe(3)
  })

  test('repeats every measurement for another commit, and without --resume', async () => {
    await open(false).once(['x'], async () => 1)
    expect(await open(true, { ...of, commit: 'b' }).once(['x'], async () => 2)).toBe(2)
    expect(await open(false).once(['x'], async () => 3)).toBe(3)
  })
})

describe('a program that the benchmarks run', () => {
  test('is stopped with its children after its time limit', async () => {
    const { code } = await command('sh', ['-c', 'sleep 60 & sleep 60'], { minutes: 0.005 })
    expect(code).toBe(255)
  })

  test('causes an error if it fails although it must succeed', async () => {
    await expect(mustRun(process.execPath, ['-e', 'process.exit(3)'])).rejects.toThrow('ends with 3')
    await expect(mustRun('no-such-program', [])).rejects.toThrow('ENOENT')
  })
})

describe('BENCHMARKS.md', () => {
  const fault = (id: string, family: string) => ({ id, family, api: 'lobbie', title: `Fault ${id}.` })
  const runs = (names: readonly string[], milliseconds: number) =>
    Object.fromEntries(
      names.flatMap((name) =>
        ['lobbie', 'aniva'].map((api) => [`${name} ${api}`, { findings: [], milliseconds, requests: 9 }]),
      ),
    )
  function resultOf(names: readonly string[], findings: Readonly<Record<string, readonly string[]>>) {
    const ids = ['one', 'two', 'three']
    return {
      ...{ date: '2026-11-26', commit: '0123456789', machine: 'here', each: 1, speed: '', times: 1, variance: [] },
      here: names.map((name) => ({ name, tuned: '', version: '1', hasSeeds: false })),
      absent: [{ name: 'Dredd', because: 'it is not there' }],
      ...{ correct: runs(names, 1000), slow: runs(names, 5000), SLOW: { latency: 1, perSecond: 1 } },
      faults: [fault('one', 'status')],
      blind: [fault('two', 'time')],
      heldOut: [fault('three', 'time')],
      kills: names.flatMap((peer) => ids.map((id) => ({ peer, id, findings: findings[`${peer} ${id}`] ?? [] }))),
      alarms: names.map((peer) => ({ peer, id: 'wide', findings: findings[`${peer} wide`] ?? [], isDrift: true })),
      proof: { faults: [], variants: [] },
    }
  }

  test('lists a tool that is not installed, without a score', () => {
    const text = printBenchmarks(resultOf(['contract-gate'], { 'contract-gate one': ['x'] }))
    expect(text).toContain('Dredd is absent: it is not there. It is not counted as zero.')
    expect(text.match(/^\| .*Dredd.*$/m)).toBeNull()
    expect(text).not.toContain('NaN')
  })

  test('can be printed without results of contract-gate', () => {
    const text = printBenchmarks(resultOf(['Schemathesis'], {}))
    expect(text).toContain('Our gate was not run')
    expect(text).not.toContain('NaN')
  })

  test('shows the target for time and detected faults as met only if both figures meet the target', () => {
    const names = ['contract-gate', 'Schemathesis']
    const quick = { ...resultOf(names, { 'contract-gate three': ['x'], 'contract-gate one': ['x'] }) }
    const slow = { ...quick.slow, 'Schemathesis lobbie': { milliseconds: 25_000, requests: 9 } }
    const asked = (result: object) => /^- contract-gate: (\S+)\./m.exec(printBenchmarks(result))?.[1]
    expect(asked(quick)).toBe('**missed**')
    const both = { ...slow, 'Schemathesis aniva': { milliseconds: 25_000, requests: 9 } }
    expect(asked({ ...quick, slow })).toBe('**missed**')
    expect(asked({ ...quick, slow: both })).toBe('kept')
    expect(asked({ ...resultOf(names, {}), slow: both })).toBe('**missed**')
  })

  test('does not count drift on a harmless variant as a false alarm, and marks a fault that is reported only as drift', () => {
    const findings = { 'contract-gate wide': ['undocumented_field x'], 'contract-gate one': ['undocumented_field x'] }
    const text = printBenchmarks(resultOf(['contract-gate', 'Specmatic'], { ...findings, 'Specmatic wide': ['x'] }))
    expect(text).toMatch(/^\| contract-gate \| 0 \| 0 of 1 \| none \| `wide` \|$/m)
    expect(text).toMatch(/^\| Specmatic \| 0 \| 1 of 1 \| `wide` \| none \|$/m)
    expect(text).toContain('which is not an error of our gate: `one`.')
  })
})

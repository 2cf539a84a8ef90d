import { parseArgs } from 'node:util'
import { randomSettings } from '../random-settings.ts'
import { switches, type ListedSwitch } from '../switches.ts'
import { disprovedBy } from './disproved-by.ts'
import type { Vendor } from './live-setup.ts'
import { proveNetwork } from './prove-network.ts'
import { runSwitched, type SwitchedRun } from './run-switched.ts'

/** The gate must report each defect in at least this number of 30 combinations. */
const LEAST = 25

/** One line of the table. `isRight` is false if the gate was wrong. */
export interface Row {
  readonly isRight: boolean
  readonly text: string
}

/** Runs the parts of the proof that the arguments name. Prints a line for each result. Returns the exit code. */
export async function proveLive(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      vendor: { type: 'string' },
      part: { type: 'string' },
      combinations: { type: 'string', default: '30' },
      only: { type: 'string' },
    },
  })
  const count = Number(values.combinations)
  let wrong = 0
  for (const vendor of (['lobbie', 'aniva'] as const).filter((each) => (values.vendor ?? each) === each)) {
    const of = switches.filter(({ standIn, id }) => standIn === vendor && (values.only ?? id) === id)
    const parts = {
      switches: () => proveSwitches(vendor, of),
      combinations: () => proveCombinations(vendor, count),
      defects: () => proveDefects(vendor, of, count),
      network: () => proveNetwork(vendor),
    }
    for (const [part, prove] of Object.entries(parts)) {
      if ((values.part ?? part) !== part) continue
      for await (const { isRight, text } of prove()) {
        console.log(`${isRight ? 'ok   ' : 'WRONG'}  ${vendor.padEnd(6)}  ${part.padEnd(12)}  ${text}`)
        if (!isRight) wrong += 1
      }
    }
  }
  console.log(wrong === 0 ? '\nEverything is right.' : `\n${wrong} wrong.`)
  return wrong === 0 ? 0 : 1
}

/** Runs the gate once for each value of each setting. The other settings have their defaults. */
async function* proveSwitches(vendor: Vendor, of: readonly ListedSwitch[]): AsyncGenerator<Row> {
  const usual = await runSwitched(vendor, {})
  let accusations = 0
  for (const { id, positions } of of.filter(({ kind }) => kind === 'reading')) {
    for (const position of positions.slice(1)) {
      const run = await runSwitched(vendor, { [id]: position })
      accusations += run.accusations.length
      yield switchRow(vendor, `${id}=${position}`, run, usual)
    }
  }
  yield { isRight: accusations === 0, text: `${accusations} accusations of a broken promise` }
}

/**
 * Compares the assumptions that a run disproved with those that it must disprove. Returns a line of the table. `name`
 * is the setting of the server and its value, such as `error-body=nested`.
 */
export function switchRow(vendor: Vendor, name: string, run: SwitchedRun, usual: SwitchedRun): Row {
  const found = run.disproved.filter((id) => !usual.disproved.includes(id))
  const expected = disprovedBy[vendor][name] ?? []
  const missed = expected.filter((part) => !run.disproved.some((id) => id.includes(part)))
  const unexpected = found.filter((id) => !expected.some((part) => id.includes(part)))
  const notes = [
    ...run.accusations.map((each) => `accuses ${each}`),
    ...missed.map((each) => `does not disprove ${each}`),
    ...unexpected.map((each) => `disproves ${each}`),
    ...(run.run === undefined ? [run.err.trim()] : []),
  ]
  const text = `${name}: ${expected.length - missed.length} of ${expected.length} contradicted assumptions are reported`
  return { isRight: notes.length === 0, text: [text, ...notes].join('\n         ') }
}

/** Runs the gate against a server without a defect and with random settings. */
async function* proveCombinations(vendor: Vendor, count: number): AsyncGenerator<Row> {
  for (let seed = 1; seed <= count; seed += 1) {
    const { accusations, disproved, run, err } = await runSwitched(vendor, randomSettings(vendor, seed))
    const notes = [...accusations.map((each) => `accuses ${each}`), ...(run === undefined ? [err.trim()] : [])]
    const text = `seed ${seed}: ${accusations.length} accusations, ${disproved.length} assumptions disproved`
    yield { isRight: notes.length === 0, text: [text, ...notes].join('\n         ') }
  }
}

/** Runs the gate against servers with one defect each. Every defect is tested with the same random settings. */
async function* proveDefects(vendor: Vendor, of: readonly ListedSwitch[], count: number): AsyncGenerator<Row> {
  for (const { id } of of.filter(({ kind }) => kind === 'defect')) {
    const missed: number[] = []
    for (let seed = 1; seed <= count; seed += 1) {
      const { accusations } = await runSwitched(vendor, { ...randomSettings(vendor, seed), [id]: 'on' })
      if (accusations.length === 0) missed.push(seed)
    }
    const found = count - missed.length
    const where = missed.length === 0 ? '' : `; not with the seeds ${missed.join(', ')}`
    yield { isRight: found >= (LEAST / 30) * count, text: `${id}: a failure in ${found} of ${count}${where}` }
  }
}

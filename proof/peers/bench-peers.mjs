// Runs the gate and other tools against the same faulty servers, each tool with its best documented set-up. All servers
// run on 127.0.0.1. Tools are installed into a separate folder, never into this repository. Writes BENCHMARKS.md, and
// appends each measurement to runs.jsonl in that folder; --resume continues from that file, and BENCHMARKS.md then says
// so.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ALL_FAULTS, HELD_OUT, THIRD_PARTY_FAULTS } from '../../dist/proof/faults.js'
import { VARIANTS } from '../../dist/proof/variants.js'
import { command, mustRun, NO_VERDICT } from './command.mjs'
import { openPeerJournal } from './journal.mjs'
import { APIS, FOLDER, inLanes, installAll, PEERS, runOnCorrect, runOne, runOnSlow, SLOW } from './measure.mjs'
import { printBenchmarks } from './print.mjs'

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: FOLDER },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    lanes: { type: 'string', default: String(Math.max(1, cpus().length)) },
    /** The number of faults for each family of each API. */
    each: { type: 'string', default: '2' },
    /** Names of the tools to run. Default: all. */
    peer: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'BENCHMARKS.md' },
    /** Reuses the results of an interrupted comparison of the same commit. */
    resume: { type: 'boolean', default: false },
  },
})
const SEEDS = [1, 2, 3, 4, 5]

/**
 * Returns a sample of the faults, selected by hashes of their ids. It is the same on every machine, and not selected by
 * hand.
 */
function draw(list, most) {
  const place = ({ id }) => createHash('sha256').update(id).digest('hex')
  return list.toSorted((one, other) => (place(one) < place(other) ? -1 : 1)).slice(0, most)
}

function chooseFaults(most) {
  const lasting = ALL_FAULTS.filter((fault) => fault.family !== 'intermittent' && !THIRD_PARTY_FAULTS.includes(fault))
  const families = [...new Set(lasting.map(({ family }) => family))]
  return families.flatMap((family) =>
    APIS.flatMap((api) =>
      draw(
        lasting.filter((fault) => fault.family === family && fault.api === api),
        most,
      ),
    ),
  )
}

const say = (text) => void process.stderr.write(`${text}\n`)
const beyond = (findings, usual) => findings.filter((each) => !usual.includes(each))

const asked = PEERS.filter(({ name }) => options.peer.length === 0 || options.peer.includes(name))
const { folder } = options
mkdirSync(folder, { recursive: true })
const { here: installed, absent } = await installAll(asked, folder)
say(`present: ${installed.map(({ peer, version }) => `${peer.name} ${version}`).join(', ')}`)
const lanes = Number(options.lanes)
const commit = (await mustRun('git', ['describe', '--always', '--abbrev=40', '--dirty'])).out.trim()
const versions = installed.map(({ peer, version }) => `${peer.name} ${version}`)
const journal = openPeerJournal(join(folder, 'runs.jsonl'), { isResumed: options.resume, of: { commit, versions } })
const correct = await runOnCorrect({ here: installed, folder, rounds: 3, say, journal })
/**
 * True for a tool that gives no verdict on a correct server. Such a tool counts as absent, because otherwise it would
 * look like a tool that detects no fault.
 */
const hasNoVerdict = ({ peer }) => APIS.some((api) => correct[`${peer.name} ${api}`].findings.includes(NO_VERDICT))
const here = installed.filter((each) => !hasNoVerdict(each))
absent.push(
  ...installed
    .filter(hasNoVerdict)
    .map(({ peer }) => ({ name: peer.name, because: 'it has no verdict on the correct servers' })),
)
const slow = await runOnSlow({ here, folder, lanes, say, journal })
const speed = await journal.once(['speed'], async () => {
  const own = ['sandbox', 'engine', 'judging', 'planning', 'start', 'watch'].flatMap((name) => ['--only', name])
  return (await mustRun(process.execPath, ['proof/benchmarks/run.mjs', ...own])).out
})
say(speed)

const faults = chooseFaults(Number(options.each))
const variants = draw(VARIANTS, 20)
const kills = []
const alarms = []
const variance = []
await inLanes(
  [
    ...here.flatMap(({ peer }) => [...faults, ...THIRD_PARTY_FAULTS, ...HELD_OUT].map((fault) => ({ peer, fault }))),
    ...here.flatMap(({ peer }) => variants.map((variant) => ({ peer, variant }))),
    ...here.flatMap(({ peer }) => draw(faults, 6).flatMap((fault) => SEEDS.map((seed) => ({ peer, fault, seed })))),
  ],
  lanes,
  async ({ peer, fault, variant, seed }) => {
    const { id, api } = fault ?? variant
    const usual = correct[`${peer.name} ${api}`].findings
    const settings = { ...(fault ? { fault: id } : { variant }), seed }
    const run = await journal.once([fault ? 'fault' : 'variant', peer.name, id, seed], () =>
      runOne(peer, api, folder, settings),
    )
    // A run without a verdict counts as a finding on a variant, but not as a detection on a fault.
    const findings = beyond(run.findings, [...usual, ...(fault ? [NO_VERDICT] : [])])
    if (seed !== undefined) variance.push({ peer: peer.name, id, seed, findings })
    else if (fault) kills.push({ peer: peer.name, id, api, family: fault.family, findings, requests: run.requests })
    else alarms.push({ peer: peer.name, id, findings, isDrift: variant.isDrift === true })
    const what = findings.length === 0 ? 'nothing' : findings.join('; ').slice(0, 100)
    say(`${peer.name} ${id}${seed === undefined ? '' : ` seed ${seed}`}: ${what}`)
  },
)

const plain = ({ id, family, api, title }) => ({ id, family, api, title })
const proof = await mustRun(process.execPath, ['dist/proof/main.js', '--format', 'json'])
const result = {
  ...{
    date: options.date,
    here: here.map(({ peer, version }) => ({ name: peer.name, tuned: peer.tuned, version, hasSeeds: peer.hasSeeds })),
    absent,
  },
  speed: speed.trim(),
  times: journal.times,
  commit,
  ...{ correct, slow, SLOW, kills, alarms, variance, each: Number(options.each) },
  faults: faults.map(plain),
  blind: THIRD_PARTY_FAULTS.map(plain),
  heldOut: HELD_OUT.map(plain),
  proof: JSON.parse(proof.out.slice(proof.out.indexOf('{'))),
  machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`,
}
writeFileSync(join(folder, 'result.json'), JSON.stringify(result, null, 1))
writeFileSync(options.out, printBenchmarks(result))
await command(process.execPath, ['node_modules/oxfmt/bin/oxfmt', options.out])
say(`written: ${options.out}`)

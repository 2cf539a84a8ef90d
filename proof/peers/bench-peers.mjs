// Runs the gate and other tools against the same faulty servers, each tool with its best documented set-up. All servers
// run on 127.0.0.1. Installs the tools into a separate folder, never into this repository. Writes BENCHMARKS.md, and
// appends each measurement to the file runs.jsonl of the separate folder. --resume reuses the measurements in this
// file: those of the gate if the commit is the same, and those of a tool if its version is the same. BENCHMARKS.md then
// says so.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ALL_FAULTS, HELD_OUT, THIRD_PARTY_FAULTS } from '../../dist/proof/faults.js'
import { openBlindSets } from './blind-sets.mjs'
import { command, mustRun, NO_VERDICT } from './command.mjs'
import { proveAll, proveFault, proveSet } from './gate.mjs'
import { openPeerJournal } from './journal.mjs'
import { FOLDER, inLanes, installAll, PEERS, runOne, runTimed, SLOW } from './measure.mjs'
import { printBenchmarks } from './print.mjs'
import { chooseFaults, draw, inTurns } from './sample.mjs'

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: FOLDER },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    lanes: { type: 'string', default: String(Math.max(1, cpus().length)) },
    /**
     * The number of own faults to run, for each family of each API. Own faults are all faults except those by third
     * parties.
     */
    each: { type: 'string', default: '2' },
    /** The maximum number of third-party faults to run, without the faults of the blind sets. */
    earlier: { type: 'string', default: '58' },
    seeds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    /**
     * After this number of minutes, no further fault or variant is started. BENCHMARKS.md then shows the results so
     * far.
     */
    minutes: { type: 'string', default: '600' },
    /** Names of the tools to run. Default: all. */
    peer: { type: 'string', multiple: true, default: [] },
    /**
     * The measurements to make: `kills` (faults that the other tools detect), `gate` (faults that the gate detects),
     * `seeds` (the other tools with several seeds), `requests`, `times` and `speed`. For the rest, BENCHMARKS.md shows
     * earlier results, if there are any.
     */
    part: { type: 'string', multiple: true, default: ['kills', 'gate', 'seeds', 'requests', 'times', 'speed'] },
    out: { type: 'string', default: 'BENCHMARKS.md' },
    /** Reuses the results of an earlier comparison. */
    resume: { type: 'boolean', default: false },
  },
})
const PLANS = ['default', 'lean', 'deep']
const say = (text) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
const has = (part) => options.part.includes(part)

const { folder } = options
mkdirSync(folder, { recursive: true })
const asked = PEERS.filter(({ name }) => options.peer.length === 0 || options.peer.includes(name))
const { here, absent } = await installAll(asked, folder)
say(`present: ${here.map(({ peer, version }) => `${peer.name} ${version}`).join(', ')}`)
const lanes = Number(options.lanes)
const commit = (await mustRun('git', ['describe', '--always', '--abbrev=40', '--dirty'])).out.trim()
const others = here.filter(({ peer }) => peer.plan === undefined && !peer.isOnlyTimed).map(({ peer }) => peer)
const versions = here.map(({ peer, version }) => `${peer.name} ${version}`)
const file = openPeerJournal(join(folder, 'runs.jsonl'), { isResumed: options.resume, of: { versions } })
/**
 * Stores measurements and reuses them. A measurement of the gate is valid for one commit. A measurement of another tool
 * is valid for one version of the tool.
 */
const journal = {
  once: (key, measure) =>
    file.once(String(key[1]).startsWith('contract-gate') ? [...key, commit] : key, async () => ({
      ...(await measure()),
      commit,
    })),
}
/** Has the form of `journal`, but never measures: it only returns earlier measurements. */
const recorded = { once: (key) => journal.once(key, () => Promise.reject(new Error('not measured'))) }
const from = (part) => (has(part) ? journal : recorded)
/**
 * Handles a missing measurement of a part. If the part is to be measured now, this is an error. Otherwise the result is
 * left out.
 */
const whenAbsent = (part) => (error) => (has(part) ? Promise.reject(error) : undefined)

const blind = await openBlindSets(folder)
absent.push(...blind.absent)
const own = chooseFaults(
  ALL_FAULTS.filter((fault) => fault.family !== 'intermittent' && !THIRD_PARTY_FAULTS.includes(fault)),
  Number(options.each),
)
const blindIds = new Set(blind.sets.flatMap(({ faults }) => faults.map(({ id }) => id)))
const authored = THIRD_PARTY_FAULTS.filter(({ id }) => !blindIds.has(id))
const groups = [
  ...blind.sets.map((set) => ({ ...set, faults: draw(set.faults), variants: draw(set.variants) })),
  { name: 'held-out', faults: draw(HELD_OUT), variants: [], runOne },
  { name: 'own', faults: draw(own), variants: [], runOne },
  {
    ...{ name: 'earlier', all: authored.length, variants: [], runOne },
    faults: draw(authored, Number(options.earlier)),
  },
]

const today = groups.find(({ name }) => name === 'own')

/** Returns the findings of a tool on the correct server. They never count as detections of a fault. */
async function usualFindings(peer, api, group) {
  const { findings } = await runWithVerdict(['usual', peer.name, api, group.commit ?? 'today'], group, peer, api, {})
  return findings
}

/** Runs a tool. If the run gives no verdict, repeats it once: the reason may be that the machine is busy. */
async function runWithVerdict(key, group, peer, api, settings) {
  return from(settings.seed === undefined ? 'kills' : 'seeds').once(key, async () => {
    const run = await group.runOne(peer, api, folder, settings)
    return run.findings.includes(NO_VERDICT) ? group.runOne(peer, api, folder, settings) : run
  })
}

/**
 * Returns the findings of a tool on a faulty server or a variant. Leaves out findings that the tool also reports on the
 * correct server.
 */
async function detect(key, group, peer, { fault, variant, seed }) {
  const { api } = fault ?? variant
  const run = await runWithVerdict(key, group, peer, api, { fault, variant, seed })
  if (run.findings.length === 0) return run
  const usual = await usualFindings(peer, api, group)
  // For a variant, a run without a verdict counts as a finding. For a fault, it does not count as a detection.
  const isNew = (each) => !usual.includes(each) && !(fault && each === NO_VERDICT)
  return { ...run, findings: run.findings.filter(isNew), stateless: run.stateless?.filter(isNew) }
}

const kills = []
const alarms = []
const ends = performance.now() + Number(options.minutes) * 60_000
/**
 * Leaves out a tool that gives no verdict on a correct server. Otherwise the tool would look like one that detects no
 * fault.
 */
for (const peer of [...others]) {
  for (const api of ['lobbie', 'aniva']) {
    const usual = await usualFindings(peer, api, today).catch(whenAbsent('kills'))
    if (usual?.includes(NO_VERDICT) !== true || !others.includes(peer)) continue
    others.splice(others.indexOf(peer), 1)
    absent.push({ name: peer.name, because: 'it has no verdict on the correct servers' })
  }
}

/** True for the faults that no tool was improved for. They run before the other faults. */
const isFirst = ({ name }) => ['e', 'held-out'].includes(name)
const tasks = [...inTurns(groups.filter(isFirst)), ...inTurns(groups.filter((group) => !isFirst(group)))]
await inLanes(
  tasks.flatMap((task) => others.map((peer) => ({ ...task, peer }))),
  lanes,
  async ({ group, fault, variant, peer }) => {
    const { id } = fault ?? variant
    const key = [fault ? 'fault' : 'variant', peer.name, group.name, id]
    const run = await detect(key, group, peer, { fault, variant }).catch(whenAbsent('kills'))
    if (run === undefined) return
    const row = { peer: peer.name, group: group.name, id, findings: run.findings, commit: run.commit }
    if (fault) kills.push({ ...row, stateless: run.stateless })
    else alarms.push(row)
    if (has('kills')) say(`${peer.name} ${group.name} ${id}: ${run.findings.join('; ').slice(0, 80) || 'nothing'}`)
  },
  () => has('kills') && performance.now() > ends,
)

const gate = { first: {}, kills: [] }
for (const set of blind.sets) {
  for (const plan of PLANS) {
    const first = await file.once(['first', set.name, set.commit, plan], () => proveSet(set, plan))
    gate.first[`${set.name} ${plan}`] = first
    say(`first run of set ${set.name}, ${plan}: ${first.killed.length} killed, ${first.reported.length} false alarms`)
  }
}
gate.today = await from('gate').once(['proof', 'contract-gate'], proveAll).catch(whenAbsent('gate'))
for (const { peer } of here.filter(({ peer }) => peer.plan !== undefined)) {
  for (const { name, faults } of groups.filter((group) => group.commit === undefined)) {
    for (const fault of faults) {
      const run = await from('gate')
        .once(['fault', peer.name, name, fault.id], () => proveFault(fault, peer))
        .catch(whenAbsent('gate'))
      if (run !== undefined) gate.kills.push({ peer: peer.name, group: name, id: fault.id, findings: run.findings })
    }
  }
  say(`the gate today, ${peer.plan}: ${gate.kills.filter((kill) => kill.peer === peer.name).length} faults`)
}

const variance = []
const seeds = Array.from({ length: Number(options.seeds) }, (_, index) => index + 1)
const varied = draw(own, 12)
for (const { peer } of here.filter(({ peer }) => peer.hasSeeds || peer.plan === 'default')) {
  await inLanes(
    seeds.flatMap((seed) => varied.map((fault) => ({ seed, fault }))),
    peer.plan === undefined ? lanes : 1,
    async ({ seed, fault }) => {
      const key = ['seed', peer.name, fault.id, seed]
      const run = await (
        peer.plan === undefined
          ? detect(key, today, peer, { fault, seed })
          : from('gate').once(key, () => proveFault(fault, { plan: peer.plan, seed }))
      ).catch(whenAbsent(peer.plan === undefined ? 'seeds' : 'gate'))
      if (run === undefined) return
      variance.push({ peer: peer.name, id: fault.id, seed, findings: run.findings })
    },
  )
  say(`seeds ${peer.name}: ${variance.filter((run) => run.peer === peer.name).length} runs`)
}

/**
 * The number of requests on the correct servers. Unlike a time, it does not depend on other programs on the machine.
 */
const requests = {}
await inLanes(
  here.flatMap(({ peer }) => ['lobbie', 'aniva'].map((api) => ({ peer, api }))),
  lanes,
  async ({ peer, api }) => {
    const run = await from('requests')
      .once(['requests', peer.name, api], () => runOne(peer, api, folder))
      .catch(whenAbsent('requests'))
    if (run !== undefined) requests[`${peer.name} ${api}`] = run.requests
  },
)
const { correct, slow } = await runTimed({
  ...{ here, folder, lanes, say },
  rounds: Number(options.rounds),
  journal: { once: (key, measure) => from('times').once(key, measure).catch(whenAbsent('times')) },
})
const speed = await from('speed')
  .once(['speed', 'contract-gate'], async () => {
    const own = ['sandbox', 'engine', 'judging', 'planning', 'start', 'watch'].flatMap((name) => ['--only', name])
    return { out: (await mustRun(process.execPath, ['proof/benchmarks/bench.mjs', ...own])).out.trim() }
  })
  .catch(whenAbsent('speed'))

const plain = ({ id, family, api, title }) => ({ id, family, api, title })
const result = {
  ...{ date: options.date, commit, absent, SLOW, correct, slow, requests, kills, alarms, variance, gate },
  ...{ times: file.times, speed: speed?.out },
  here: here
    .filter(({ peer }) => !absent.some(({ name }) => name === peer.name))
    .map(({ peer, version }) => ({ ...peer, version })),
  seeds: seeds.length,
  each: Number(options.each),
  groups: groups.map((group) => ({
    ...{ name: group.name, commit: group.commit, all: group.all },
    faults: group.faults.map(plain),
    variants: group.variants.map(({ id, api, title, isDrift }) => ({ id, api, title, isDrift: isDrift === true })),
  })),
  machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`,
}
writeFileSync(join(folder, 'result.json'), JSON.stringify(result, null, 1))
writeFileSync(options.out, printBenchmarks(result))
await command(process.execPath, ['node_modules/oxfmt/bin/oxfmt', options.out])
say(`written: ${options.out}`)

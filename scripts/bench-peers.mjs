// The same faulty servers under our gate and its peers, each with its best documented set-up. Everything stays on
// 127.0.0.1; peers are installed into a folder of their own, never into this repository. Writes BENCHMARKS.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FAULTS } from '../dist/sandbox/faults.js'
import { VARIANTS } from '../dist/sandbox/variants.js'
import { command, firstLine } from './peers/command.mjs'
import { dredd } from './peers/dredd.mjs'
import { ours } from './peers/ours.mjs'
import { printBenchmarks } from './peers/print.mjs'
import { respect } from './peers/respect.mjs'
import { schemathesis } from './peers/schemathesis.mjs'
import { serve } from './peers/serve.mjs'
import { specmatic } from './peers/specmatic.mjs'

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'appointment-contracts-peers') },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    lanes: { type: 'string', default: String(Math.max(1, cpus().length)) },
    /** Of each family of each API so many faults. */
    each: { type: 'string', default: '3' },
    /** Only these, and of the others what the last comparison came to. */
    peer: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'BENCHMARKS.md' },
  },
})
const APIS = ['lobbie', 'aniva']
const SEEDS = [1, 2, 3, 4, 5]
const SLOW = { latency: 150, perSecond: 5 }

/** The first, the last, and what lies evenly between, in the order of the sandbox. */
function evenly(list, most) {
  if (list.length <= most || most < 2) return list.slice(0, most)
  const step = (list.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, index) => list[Math.round(index * step)])
}

function chooseFaults(most) {
  const lasting = FAULTS.filter(({ family }) => family !== 'intermittent')
  const families = [...new Set(lasting.map(({ family }) => family))]
  return families.flatMap((family) =>
    APIS.flatMap((api) =>
      evenly(
        lasting.filter((fault) => fault.family === family && fault.api === api),
        most,
      ),
    ),
  )
}

async function installAll(peers) {
  const here = []
  const absent = []
  for (const peer of peers) {
    try {
      here.push({ peer, version: await peer.install(options.folder) })
    } catch (error) {
      absent.push({ name: peer.name, because: firstLine(String(error)) })
    }
  }
  return { here, absent }
}

let works = 0
async function runOne(peer, api, { fault, variant, seed, slow, rate } = {}) {
  const server = await serve({ fault, variant, slow })
  try {
    const work = join(options.folder, 'work', String((works += 1)))
    mkdirSync(work, { recursive: true })
    const { told, milliseconds } = await peer.run({ api, server, folder: options.folder, work, seed, rate })
    return { told, milliseconds, requests: server.requests() }
  } finally {
    await server.close()
  }
}

async function inLanes(tasks, lanes, work) {
  const queue = tasks[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const task of { [Symbol.iterator]: () => queue }) await work(task)
    }),
  )
}

const say = (text) => void process.stderr.write(`${text}\n`)
const beyond = (told, usual) => told.filter((each) => !usual.includes(each))

const { here, absent } = await installAll([ours, schemathesis, specmatic, dredd, respect])
say(`present: ${here.map(({ peer, version }) => `${peer.name} ${version}`).join(', ')}`)
const lanes = Number(options.lanes)

// One after the other: these times are compared.
const correct = {}
for (const { peer } of here) {
  for (const api of APIS) {
    const runs = []
    for (let time = 0; time < 3; time += 1) runs.push(await runOne(peer, api))
    const milliseconds = runs.map((run) => run.milliseconds).toSorted((one, other) => one - other)[1]
    const told = [...new Set(runs.flatMap((run) => run.told))]
    correct[`${peer.name} ${api}`] = { told, milliseconds, requests: runs[1].requests }
    say(`correct ${peer.name} ${api}: ${milliseconds} ms, ${runs[1].requests} requests, ${told.length} told`)
  }
}
const slow = {}
await inLanes(
  here.flatMap(({ peer }) => APIS.map((api) => ({ peer, api }))),
  lanes,
  async ({ peer, api }) => {
    const { milliseconds, requests } = await runOne(peer, api, { slow: SLOW, rate: SLOW.perSecond })
    slow[`${peer.name} ${api}`] = { milliseconds, requests }
    say(`slow ${peer.name} ${api}: ${milliseconds} ms, ${requests} requests`)
  },
)

const faults = chooseFaults(Number(options.each))
const variants = evenly(VARIANTS, 18)
const kills = []
const alarms = []
const variance = []
await inLanes(
  [
    ...here.flatMap(({ peer }) => faults.map((fault) => ({ peer, fault }))),
    ...here.flatMap(({ peer }) => variants.map((variant) => ({ peer, variant }))),
    ...here
      .filter(({ peer }) => peer.hasSeeds)
      .flatMap(({ peer }) => evenly(faults, 10).flatMap((fault) => SEEDS.map((seed) => ({ peer, fault, seed })))),
  ],
  lanes,
  async ({ peer, fault, variant, seed }) => {
    const { id, api } = fault ?? variant
    const usual = correct[`${peer.name} ${api}`].told
    const run = await runOne(peer, api, { ...(fault ? { fault: id } : { variant }), seed })
    const told = beyond(run.told, usual)
    if (seed !== undefined) variance.push({ peer: peer.name, id, seed, told })
    else if (fault) kills.push({ peer: peer.name, id, api, family: fault.family, told, requests: run.requests })
    else alarms.push({ peer: peer.name, id, told, isDrift: variant.isDrift === true })
    say(
      `${peer.name} ${id}${seed === undefined ? '' : ` seed ${seed}`}: ${told.length === 0 ? 'nothing' : told.join('; ').slice(0, 100)}`,
    )
  },
)

const proof = await command(process.execPath, ['dist/cli/bin.js', 'prove', '--format', 'json'])
const result = {
  ...{
    date: options.date,
    here: here.map(({ peer, version }) => ({ name: peer.name, tuned: peer.tuned, version })),
    absent,
  },
  ...{ correct, slow, SLOW, kills, alarms, variance, each: Number(options.each) },
  faults: faults.map(({ id, family, api, lie }) => ({ id, family, api, lie })),
  proof: JSON.parse(proof.out.slice(proof.out.indexOf('{'))),
  machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`,
}
writeFileSync(join(options.folder, 'result.json'), JSON.stringify(result, null, 1))
writeFileSync(options.out, printBenchmarks(result))
say(`written: ${options.out}`)

import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstLine } from './command.mjs'
import { dredd } from './dredd.mjs'
import { ours, oursExploring, oursLean } from './ours.mjs'
import { respect } from './respect.mjs'
import { schemathesis } from './schemathesis.mjs'
import { serve } from './serve.mjs'
import { specmatic } from './specmatic.mjs'

export const PEERS = [ours, oursLean, oursExploring, schemathesis, specmatic, dredd, respect]
export const APIS = ['lobbie', 'aniva']
/** The limits of the slow proxy, as a vendor's sandbox may have: milliseconds of latency, and requests per second. */
export const SLOW = { latency: 150, perSecond: 5 }
/** The folder into which the tools are installed, outside of this repository. */
export const FOLDER = join(tmpdir(), 'appointment-contracts-peers')

/** Installs missing tools. A tool that cannot be installed counts as absent, with the reason. */
export async function installAll(peers, folder) {
  const here = []
  const absent = []
  for (const peer of peers) {
    try {
      here.push({ peer, version: await peer.install(folder) })
    } catch (error) {
      absent.push({ name: peer.name, because: firstLine(String(error)) })
    }
  }
  return { here, absent }
}

const FORGETFUL = { once: (_name, measure) => measure() }

let works = 0
/**
 * Runs one tool in a separate process against a new sandbox. Returns its findings, its duration and the number of
 * requests to the API.
 */
export async function runOne(peer, api, folder, { fault, variant, seed, slow, rate } = {}) {
  const server = await serve({ fault, variant, slow })
  try {
    const work = join(folder, 'work', String((works += 1)))
    mkdirSync(work, { recursive: true })
    const { findings, milliseconds } = await peer.run({ api, server, folder, work, seed, rate })
    return { findings, milliseconds, requests: server.requests() }
  } finally {
    await server.close()
  }
}

/**
 * Runs the tools on the correct servers, one after the other, because their times are compared. The result is keyed by
 * tool name and API.
 */
export async function runOnCorrect({ here, folder, rounds, say, journal = FORGETFUL }) {
  const correct = {}
  for (const api of APIS) {
    for (const { peer } of here) {
      const runs = []
      for (let round = 0; round < rounds; round += 1) {
        runs.push(await journal.once(['correct', peer.name, api, round], () => runOne(peer, api, folder)))
      }
      const times = runs.map((run) => run.milliseconds).toSorted((one, other) => one - other)
      const milliseconds = times[Math.floor(times.length / 2)]
      const findings = [...new Set(runs.flatMap((run) => run.findings))]
      correct[`${peer.name} ${api}`] = { findings, milliseconds, times, requests: runs.at(-1).requests }
      say(
        `correct ${peer.name} ${api}: ${milliseconds} ms, ${runs.at(-1).requests} requests, ${findings.length} findings`,
      )
    }
  }
  return correct
}

/**
 * Runs the tools behind the slow proxy, where the number of requests determines the time. The result is keyed by tool
 * name and API.
 */
export async function runOnSlow({ here, folder, lanes, say, journal = FORGETFUL }) {
  const slow = {}
  const tasks = here.flatMap(({ peer }) => APIS.map((api) => ({ peer, api })))
  await inLanes(tasks, lanes, async ({ peer, api }) => {
    const { milliseconds, requests } = await journal.once(['slow', peer.name, api], () =>
      runOne(peer, api, folder, { slow: SLOW, rate: SLOW.perSecond }),
    )
    slow[`${peer.name} ${api}`] = { milliseconds, requests }
    say(`slow ${peer.name} ${api}: ${milliseconds} ms, ${requests} requests`)
  })
  return slow
}

export async function inLanes(tasks, lanes, work) {
  const queue = tasks[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const task of { [Symbol.iterator]: () => queue }) await work(task)
    }),
  )
}

import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstLine } from './command.mjs'
import { dredd } from './dredd.mjs'
import { ours, oursDeep, oursLean } from './ours.mjs'
import { respect } from './respect.mjs'
import { schemathesis, schemathesisWithoutLink } from './schemathesis.mjs'
import { serve } from './serve.mjs'
import { specmatic } from './specmatic.mjs'

export const PEERS = [ours, oursLean, oursDeep, schemathesis, schemathesisWithoutLink, specmatic, dredd, respect]
export const APIS = ['lobbie', 'aniva']
/**
 * The limits of the slow proxy, chosen like those of a vendor's sandbox: milliseconds of latency, and requests per
 * second.
 */
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

/**
 * Runs one tool in a separate process against a new sandbox, with a fault, a variant or neither. Returns its findings,
 * its duration and the number of requests to the API. If `isTimed` is true, Specmatic starts with the default options
 * of Java.
 */
export async function runOne(peer, api, folder, { fault, variant, seed, slow, rate, isTimed = false } = {}) {
  const server = await serve({ fault, variant, slow })
  mkdirSync(join(folder, 'work'), { recursive: true })
  const work = mkdtempSync(join(folder, 'work/'))
  try {
    const { findings, stateless, milliseconds } = await peer.run({ api, server, folder, work, seed, rate, isTimed })
    return { findings, ...(stateless && { stateless }), milliseconds, requests: server.requests() }
  } finally {
    rmSync(work, { recursive: true, force: true })
    await server.close()
  }
}

/**
 * Measures the tools on the correct servers, first behind the slow proxy and then without it. Behind the proxy, several
 * tools run at the same time, because there the time depends mainly on the number of requests. Without the proxy, one
 * tool runs at a time, so that the times can be compared. Returns medians by tool name and API.
 */
export async function runTimed({ here, folder, lanes, rounds, say, journal }) {
  const correct = {}
  const slow = {}
  const tasks = APIS.flatMap((api) => here.map(({ peer }) => ({ peer, api })))
  await inLanes(tasks, lanes, async ({ peer, api }) => {
    slow[`${peer.name} ${api}`] = await inRounds('slow', peer, api, {
      ...{ isTimed: true, slow: SLOW, rate: SLOW.perSecond },
    })
  })
  for (const { peer, api } of tasks) {
    correct[`${peer.name} ${api}`] = await inRounds('correct', peer, api, { isTimed: true })
  }
  return { correct, slow }

  async function inRounds(kind, peer, api, settings) {
    const runs = []
    for (let round = 0; round < rounds; round += 1) {
      const run = await journal.once([kind, peer.name, api, round], () => runOne(peer, api, folder, settings))
      if (run !== undefined) runs.push(run)
    }
    if (runs.length === 0) return undefined
    const middle = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
    const milliseconds = middle(runs.map((run) => run.milliseconds))
    const requests = middle(runs.map((run) => run.requests))
    const findings = [...new Set(runs.flatMap((run) => run.findings))]
    say(`${kind} ${peer.name} ${api}: ${milliseconds} ms, ${requests} requests, ${findings.length} findings`)
    return { findings, milliseconds, requests, rounds: runs.length }
  }
}

/**
 * Does the tasks in the given number of lanes (sequences that run at the same time). Starts no further task when
 * `isOver` returns true.
 */
export async function inLanes(tasks, lanes, work, isOver = () => false) {
  const queue = tasks[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const task of { [Symbol.iterator]: () => queue }) {
        if (isOver()) return
        await work(task)
      }
    }),
  )
}

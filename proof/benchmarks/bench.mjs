// Measures the speeds for which BENCHMARKS.md has targets. A result is a time, a size, or a ratio between two
// measurements of one run. A result that misses its target does not make the run fail.
// Usage: npm run bench [-- --seconds 30] [-- --pair FOLDER] [-- --only sandbox|engine|judging|planning|start|watch|diff|peers]
import { fork, spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { benchDiff } from './diff.mjs'
import { benchEngine } from './engine.mjs'
import { benchJudging } from './judging.mjs'
import { benchPair } from './pair.mjs'
import { benchPeers } from './peers.mjs'
import { benchPlanning } from './planning.mjs'
import { benchSandbox } from './sandbox.mjs'
import { benchStart } from './start.mjs'
import { benchWatch } from './watch.mjs'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    // The folder of another build of this repository. If it is given, the script only compares that build with this
    // one.
    pair: { type: 'string' },
    rounds: { type: 'string', default: '9' },
  },
})
const benches = {
  sandbox: benchSandbox,
  engine: benchEngine,
  judging: benchJudging,
  planning: benchPlanning,
  start: benchStart,
  watch: benchWatch,
  diff: benchDiff,
  peers: benchPeers,
}
const tools = { seconds: Number(values.seconds), fork, spawn, say: (line) => process.stdout.write(`${line}\n`) }
if (values.pair !== undefined) {
  await benchPair({ ...tools, folder: values.pair, rounds: Number(values.rounds) })
  process.exit(0)
}
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && !values.only.includes(name)) continue
  tools.say(`\n${name}`)
  await bench(tools)
}

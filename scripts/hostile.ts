import { parseArgs } from 'node:util'
import { runHostile } from '../tests/support/hostile.ts'

/** Sends generated hostile requests to the sandbox. Exits 1 if the sandbox crashes, leaks data or responds wrongly. */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '100000' } },
})
const [seed, count] = [Number(values.seed), Number(values.count)]
const { stdout, stderr } = process
const onWindow = (done: number) => void stderr.write(`\r${done} of ${count}`)
const report = await runHostile({ seed, count, onWindow })
stderr.write('\n')
const statuses = Object.entries(report.statuses).map(([status, times]) => `${status} × ${times}`)
const heap = report.heap.map((megabytes) => megabytes.toFixed(0)).join(' ')
stdout.write(`hostile requests  ${report.requests}, seed ${report.seed}, ${report.seconds.toFixed(1)} s\n`)
stdout.write(`answers           ${statuses.join(', ')}\n`)
stdout.write(`heap by window    ${heap} MB\n`)
stdout.write(`violations        ${report.violations.length}\n`)
for (const violation of report.violations) stdout.write(`  ${violation}\n`)
process.exitCode = report.violations.length === 0 ? 0 : 1

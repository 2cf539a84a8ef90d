// Compares this build with another build. Measures them alternately. All times are processor times (user and system),
// because other programs on the machine change them less than the elapsed time.
import { createServer } from 'node:http'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { executionOf, SHOWS, shiftedExample } from './judging.mjs'

const [BATCHES, BATCH] = [60, 200]
/** The ticks per second in /proc. */
const TICKS = 100

/**
 * Measures this build and the build in `folder`. Prints the times of both builds and the ratio of these times for three
 * tasks: to judge one exchange, to start and send the first request, and to run the whole gate. Each build uses the
 * documents in its folder. Needs Linux.
 */
export async function benchPair({ folder, rounds, spawn, say }) {
  const folders = [resolve('.'), resolve(folder)]
  say(`  this build : ${folder}, times of the processor (medians)`)
  for (const target of Object.keys(SHOWS)) {
    const times = await judging(folders, target)
    say(`  ${line(`judging, ${target}`, times, 'µs')}`)
  }
  const reports = mkdtempSync(join(tmpdir(), 'bench-pair-'))
  const gate = ['dist/cli/bin.js', 'gate', '--report-dir', reports]
  const started = await alternate(folders, rounds, (cwd) => untilFirstRequest(spawn, cwd, gate))
  say(`  ${line('start to the first request', started, 'ms')}`)
  const whole = await alternate(folders, rounds, (cwd) => untilExit(spawn, cwd, gate))
  say(`  ${line('npm run gate', whole, 'ms')}`)
  rmSync(reports, { recursive: true })
}

function line(title, [ours, other], unit) {
  const digits = unit === 'ms' ? 0 : 1
  return `${title}: ${ours.toFixed(digits)} : ${other.toFixed(digits)} ${unit}, ratio ${(ours / other).toFixed(2)}`
}

/**
 * Measures both folders `rounds` times and returns the medians. The folder that is measured first changes in each
 * round.
 */
async function alternate(folders, rounds, measure) {
  const times = folders.map(() => [])
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [0, 1] : [1, 0]
    for (const index of order) times[index].push(await measure(folders[index]))
  }
  return times.map(median)
}

function median(times) {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]
}

/** Judges the same number of exchanges with each build, in this process. */
async function judging(folders, name) {
  const builds = await Promise.all(folders.map(openBuild))
  let number = 0
  return alternate(builds, BATCHES, ({ judge, contract, operation, example }) => {
    const target = { name, shows: SHOWS[name] }
    const executions = Array.from({ length: BATCH }, () =>
      executionOf(operation, target, JSON.stringify(shiftedExample(example, number++))),
    )
    const begun = process.cpuUsage()
    for (const execution of executions) judge(contract, execution)
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / BATCH
  })
}

async function openBuild(folder) {
  const load = (...files) =>
    import(files.map((file) => join(folder, 'dist/src', file)).find((file) => existsSync(file)))
  const { readDocument } = await load('document/read-document.js')
  const { listOperations } = await load('operations/list-operations.js')
  const { contractOf } = await load('evidence/contract.js', 'verdicts/contract.js')
  const { judge } = await load('verdicts/judge.js')
  const [operation] = listOperations(readDocument(join(folder, 'specs/lobbie/openapi.yaml')))
  const example = operation.responses.find(({ status }) => status === '200').content[0].examples[0].value
  return { judge, operation, example, contract: contractOf(operation) }
}

function untilFirstRequest(spawn, cwd, gate) {
  return new Promise((found) => {
    let child
    const server = createServer((request, response) => {
      const time = processorTime(child.pid)
      response.destroy()
      child.kill()
      server.close(() => found(time))
      server.closeAllConnections()
    })
    server.listen(0, '127.0.0.1', () => {
      const url = `http://127.0.0.1:${server.address().port}`
      const options = [...gate, '--api', 'lobbie', '--target', 'mock', '-u', url]
      child = spawn(process.execPath, options, { cwd, stdio: 'ignore' })
    })
  })
}

function untilExit(spawn, cwd, gate) {
  return new Promise((found) => {
    const child = spawn('/bin/sh', ['-c', '"$0" "$@"; cat /proc/$$/stat', process.execPath, ...gate], {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk))
    child.once('close', () => {
      // The processor times of all ended child processes of the shell. The gate is the only one.
      const [, , , , , , , , , , , , , user, system] = fieldsOf(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))
      found(((user + system) * 1000) / TICKS)
    })
  })
}

/** Returns the processor time that a running process has used, in milliseconds. */
function processorTime(pid) {
  const [, , , , , , , , , , , user, system] = fieldsOf(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return ((user + system) * 1000) / TICKS
}

/** Returns the fields of `/proc/<pid>/stat` that follow the name of the program. */
function fieldsOf(stat) {
  return stat
    .slice(stat.lastIndexOf(') ') + 2)
    .split(' ')
    .map(Number)
}

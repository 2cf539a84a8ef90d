/**
 * Runs the built gate against servers with known verdicts, and prints each wrong result of the gate. `npm run
 * known-servers` uses all servers, `npm run known-servers -- NAME…` the named ones. Exits 1 if a result is wrong.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { serve } from './serve.mjs'

const place = (path) => fileURLToPath(new URL(path, import.meta.url))
const gate = place('../../dist/src/cli/main.js')
const truths = parse(readFileSync(place('truth.yaml'), 'utf8'))
const timeoutMilliseconds = 170_000

/**
 * Returns the command-line arguments that give a credential to the gate. A key in the query needs a security scheme and
 * an environment variable.
 */
const credentialArguments = ({ in: where, name, value }, schemes) => {
  if (where === 'header') return ['-H', `${name}: ${value}`]
  if (where === 'cookie') return ['-H', `Cookie: ${name}=${value}`]
  const [scheme] = Object.entries(schemes).find(([, each]) => each.in === 'query' && each.name === name)
  return ['--credential', `${scheme}=${QUERY_KEY}`]
}

/** The environment variable for a key that is sent in the query. */
const QUERY_KEY = 'KNOWN_SERVER_KEY'

const schemesOf = (file) => parse(readFileSync(file, 'utf8')).components?.securitySchemes ?? {}

const argumentsOf = (file, truth, url, folder) => [
  ...['gate', '--spec', file, '-u', url, '--format', 'json', '--report-dir', folder],
  ...Object.entries(truth.parameters ?? {}).flatMap(([parameter, value]) => ['--param', `${parameter}=${value}`]),
  ...(truth.credentials ?? []).flatMap((each) => credentialArguments(each, schemesOf(file))),
  ...(truth.allowDestructive ? ['--allow-destructive'] : []),
]

/** Runs a command in this process, because a process for each server would take three times as long. */
async function run(parameters, env) {
  const written = { stdout: '', stderr: '' }
  const stream = (name) => ({ write: (text) => (written[name] += text) })
  const { main } = await import(gate)
  const exitCode = await main(parameters, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env,
    signal: AbortSignal.timeout(timeoutMilliseconds),
    elapsed: () => performance.now(),
    today: () => new Date().toISOString(),
  })
  return { exitCode, ...written }
}

const statusOf = ({ exchange }) => (exchange?.response ?? exchange?.answer)?.status
const levels = { warning: 0, drift: 1, assumption: 1, error: 2 }

/**
 * True if a finding shows the defect. Findings of the rule unstable_answer show no defect, because they name no failed
 * clause.
 */
const shows = (finding, defect) =>
  finding.rule !== 'unstable_answer' &&
  (finding.operation === defect.operation || `${finding.method} ${finding.path}` === defect.operation) &&
  (defect.status === undefined || statusOf(finding) === defect.status) &&
  levels[finding.level] >= levels[defect.level ?? 'error'] &&
  (defect.mentions ?? ['']).some((word) =>
    JSON.stringify([finding.message, finding.pointer, finding.clauses]).includes(word),
  )

const sentence = (finding) =>
  `${finding.operation} ${statusOf(finding) ?? ''} ${finding.rule} [${finding.case}]: ${finding.message} Expected ${finding.expected}; received ${finding.received}`

/** Returns the exit codes that are correct for a server. */
function rightExits(kind, truth) {
  if (truth.mustBeInconclusive !== undefined) return [2]
  const inconclusive = truth.mayBeInconclusive === undefined ? [] : [2]
  if (kind === 'correct') return [0, ...inconclusive]
  const { defects } = truth
  if (defects.every(({ orInconclusive }) => orInconclusive !== undefined)) return [1, 2]
  return [defects.every(({ level }) => level !== undefined) ? 0 : 1, ...inconclusive]
}

/**
 * Lists other mistakes of the gate: a wrong exit code, calls that the user did not permit, and a wrong count of
 * requests.
 */
function otherMistakes(kind, truth, exitCode, calls, counted) {
  const exits = rightExits(kind, truth)
  const forbidden = (truth.mustNotCall ?? []).filter((call) => calls.includes(call))
  return [
    ...(exits.includes(exitCode) ? [] : [`exit ${exitCode} in place of ${exits.join(' or ')}`]),
    ...forbidden.map((call) => `called ${call} without permission`),
    ...(counted === calls.length ? [] : [`counts ${counted} of ${calls.length} requests`]),
  ]
}

const readReport = (folder) => {
  const file = join(folder, 'contract-report.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { verdict: 'no report', runs: [] }
}

/** Returns the number of requests that a report counts. */
const countedBy = (report) =>
  report.runs.reduce((sum, { counts }) => sum + counts.requests + (counts.controlRequests ?? 0), 0)

/**
 * Starts a server and runs the gate against it. Returns `missed` (defects that no finding shows), `unexpected` (error
 * findings that show no defect), `wrong` (other mistakes) and `because` (the reasons why the run did not pass).
 */
export async function runGate(kind, name) {
  const truth = truths[kind][name]
  const { createServer } = await import(pathToFileURL(place(`${kind}/${name}/server.mjs`)).href)
  const served = await serve(createServer())
  const folder = mkdtempSync(join(tmpdir(), 'known-servers-'))
  try {
    const file = place(`${kind}/${name}/openapi.yaml`)
    const key = truth.credentials?.find((each) => each.in === 'query')?.value
    const { exitCode, stderr } = await run(argumentsOf(file, truth, served.url, folder), { [QUERY_KEY]: key ?? '' })
    const report = readReport(folder)
    const findings = report.runs.flatMap((each) => each.findings ?? [])
    const defects = truth.defects ?? []
    const missed = defects.filter(
      (defect) =>
        !findings.some((finding) => shows(finding, defect)) && !(exitCode === 2 && defect.orInconclusive !== undefined),
    )
    const unexpected = findings.filter(
      (finding) => finding.level === 'error' && !defects.some((defect) => shows(finding, defect)),
    )
    return {
      exitCode,
      verdict: report.verdict,
      requests: served.calls.length,
      found: defects.length - missed.length,
      expected: defects.length,
      shown: defects.flatMap((defect) =>
        findings.filter((finding) => shows(finding, defect)).map((finding) => `${defect.id}: ${sentence(finding)}`),
      ),
      missed: missed.map(({ id, what }) => `${id}: ${what}`),
      unexpected: unexpected.map(sentence),
      lesser: findings
        .filter(({ level }) => level !== 'error')
        .map((finding) => `${finding.level} ${sentence(finding)}`),
      wrong: otherMistakes(kind, truth, exitCode, served.calls, countedBy(report)),
      because: report.runs.length > 0 ? report.runs.flatMap((each) => each.because ?? []) : [stderr.trim()],
    }
  } finally {
    await served.close()
    rmSync(folder, { recursive: true })
  }
}

const print = (text) => process.stdout.write(`${text}\n`)

function printRow(kind, name, result) {
  const right = result.missed.length + result.unexpected.length + result.wrong.length === 0
  const cells = [
    right ? 'ok   ' : 'WRONG',
    name.padEnd(26),
    kind.padEnd(9),
    `exit ${result.exitCode}`,
    String(result.verdict).padEnd(9),
    `${result.found} of ${result.expected} defects`,
    `${result.unexpected.length} unexpected`,
    `${result.requests} requests`,
  ]
  print(cells.join('  '))
  if (!right) for (const text of result.because) print(`        because     ${text}`)
  for (const text of result.wrong) print(`        wrong       ${text}`)
  for (const text of result.missed) print(`        missed      ${text}`)
  for (const text of result.unexpected) print(`        unexpected  ${text}`)
  if (process.argv.includes('--all')) {
    for (const text of result.shown) print(`        found       ${text}`)
    for (const text of result.lesser) print(`        lesser      ${text}`)
  }
  return right
}

async function main(names) {
  const chosen = Object.entries(truths)
    .flatMap(([kind, servers]) => Object.keys(servers).map((name) => ({ kind, name })))
    .filter(({ name }) => names.length === 0 || names.includes(name))
  const totals = { right: 0, found: 0, expected: 0, accused: 0 }
  for (const { kind, name } of chosen) {
    const result = await runGate(kind, name)
    totals.right += printRow(kind, name, result) ? 1 : 0
    totals.found += result.found
    totals.expected += result.expected
    totals.accused += kind === 'correct' && result.unexpected.length > 0 ? 1 : 0
  }
  print(
    `\n${totals.right} of ${chosen.length} servers are judged rightly; ${totals.found} of ${totals.expected} defects are found; ${totals.accused} correct servers are accused.`,
  )
  return totals.right === chosen.length ? 0 : 1
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await main(process.argv.slice(2).filter((argument) => !argument.startsWith('--')))

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { plain31 } from './documents.mjs'
import { command, NO_VERDICT } from './command.mjs'
import { authorize, establish, testData } from './test-data.mjs'

/**
 * The tool Redocly respect. Its Arazzo description has a chain of updates that the server must accept, and one step for
 * each scenario of the document. The chain is written by hand.
 */
export const respect = {
  name: 'Redocly respect',
  line: 'redocly respect update.arazzo.yaml --server NAME=URL --input INPUTS --max-steps 200',
  tuned:
    'an Arazzo description, written by hand: a chain of updates whose answers are compared with each other and with the sent values (as texts, because respect cannot compare instants), and one step for each scenario with its credentials, a separate appointment, its statuses and the expected content of the answer',
  async install(folder) {
    const home = join(folder, 'redocly')
    if (!existsSync(join(home, 'node_modules/@redocly/cli'))) {
      mkdirSync(home, { recursive: true })
      await command('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, '@redocly/cli'])
    }
    return JSON.parse(readFileSync(join(home, 'node_modules/@redocly/cli/package.json'), 'utf8')).version
  },
  async run({ api, server, folder, work }) {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    writeFileSync(join(work, 'openapi.json'), JSON.stringify(plain31(api)))
    const data = await testData(api, server)
    writeFileSync(join(work, 'update.arazzo.yaml'), describe(api, data))
    const { code, out, milliseconds } = await command(
      process.execPath,
      [
        ...[join(folder, 'redocly/node_modules/@redocly/cli/bin/cli.js'), 'respect', 'update.arazzo.yaml'],
        ...['--server', `${api}=${server.url}`, '--json-output', 'findings.json', '--max-steps', '200'],
        ...['--input', JSON.stringify(await inputs(api, server, data))],
      ],
      {
        cwd: work,
        env: {
          REDOCLY_TELEMETRY: 'off',
          REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
          HTTPS_PROXY: 'http://127.0.0.1:9',
          NO_PROXY: '127.0.0.1',
        },
      },
    )
    const findings = failuresIn(join(work, 'findings.json'))
    return { findings: findings.length === 0 && code !== 0 ? [NO_VERDICT] : findings, milliseconds, out }
  },
}

/** Returns the Arazzo description: one workflow for the chain, and one with a step for each scenario. */
function describe(api, data) {
  const description = parse(readFileSync(join(import.meta.dirname, `${api}.arazzo.yaml`), 'utf8'))
  const steps = data.map((each) => ({
    stepId: each.id,
    operationId: 'updateAppointment',
    parameters: [
      ...Object.keys(each.parameters).map((name) => ({ in: 'path', name, value: `$inputs.${each.id}.${name}` })),
      ...Object.keys(each.headers).map((name) => ({ in: 'header', name, value: `$inputs.${each.id}.credential` })),
    ],
    requestBody: { contentType: 'application/json', payload: `$inputs.${each.id}.body` },
    successCriteria: [
      { condition: [each.status, ...each.accept].map((status) => `$statusCode == ${status}`).join(' || ') },
      ...Object.entries(each.then)
        // Leaves out date-times, which respect would compare as texts.
        .filter(([, value]) => typeof value === 'string' && !/^\d{4}-\d\d-\d\dT/.test(value))
        .map(([at, value]) => ({ condition: `$response.body#${at} == '${value}'` })),
    ],
  }))
  const scenarios = { workflowId: 'scenarios', inputs: { type: 'object' }, steps }
  return stringify({ ...description, workflows: [...description.workflows, scenarios] })
}

async function inputs(api, server, data) {
  const { path, values, credentials } = await establish(api, server, { state: 'appointment', with: {} }, 'chain')
  const first = Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list[0]]))
  const credentialOf = (headers) => Object.values(headers)[0] ?? ''
  const chain = {
    ...path,
    ...first,
    credential: credentialOf(await authorize(api, server, credentials.partner, 'partner')),
  }
  return Object.fromEntries([
    ['chain', chain],
    ...data.map(({ id, parameters, headers, body }) => [
      id,
      { ...parameters, credential: credentialOf(headers), body },
    ]),
  ])
}

function failuresIn(file) {
  if (!existsSync(file)) return []
  const { files } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.values(files).flatMap(({ executedWorkflows = [] }) =>
    executedWorkflows.flatMap(({ workflowId, executedSteps = [] }) =>
      executedSteps.flatMap(({ stepId, checks = [] }) =>
        checks.filter(({ status }) => status === 'error').map(({ name }) => `${workflowId} ${stepId} ${name}`),
      ),
    ),
  )
}

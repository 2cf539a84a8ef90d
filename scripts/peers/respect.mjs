import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { plain31 } from './documents.mjs'
import { command } from './command.mjs'
import { authorize, establish, testData } from './test-data.mjs'

/** Redocly respect: a workflow written by hand, with every recipe that is refused and a chain of accepted updates. */
export const respect = {
  name: 'Redocly respect',
  hasSeeds: false,
  tuned:
    'an Arazzo description written by hand: a chain of updates whose answers are compared with each other and with what was sent, and every recipe that is refused',
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
    writeFileSync(join(work, 'update.arazzo.yaml'), readFileSync(resolve(`scripts/peers/${api}.arazzo.yaml`)))
    const { code, out, milliseconds } = await command(
      process.execPath,
      [
        ...[join(folder, 'redocly/node_modules/@redocly/cli/bin/cli.js'), 'respect', 'update.arazzo.yaml'],
        ...['--server', `${api}=${server.url}`, '--json-output', 'told.json', '--max-steps', '200'],
        ...['--input', JSON.stringify(await inputs(api, server))],
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
    const told = failuresIn(join(work, 'told.json'))
    return { told: told.length === 0 && code !== 0 ? ['it could not run'] : told, milliseconds, out }
  },
}

async function inputs(api, server) {
  const data = await testData(api, server)
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

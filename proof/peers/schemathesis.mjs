import { mkdirSync, writeFileSync, readFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { plain31 } from './documents.mjs'
import { command, firstLine, mustRun, NO_VERDICT } from './command.mjs'
import { authorize, establish } from './test-data.mjs'

const CASE = { state: 'appointment', with: {} }

/**
 * Schemathesis with its default phases and checks, credentials, a known appointment, and hooks that give each request a
 * new appointment.
 */
export const schemathesis = {
  name: 'Schemathesis',
  hasSeeds: true,
  tuned:
    'credentials in its configuration; the id of an existing appointment as path parameter; hooks that give each request a new appointment (of the requests that should be valid, every sixth gets a closed one and every sixth an unknown one) and replace most ids by existing ones. Its phase `stateful` does not apply to an API with one operation',
  async install(folder) {
    const bin = join(folder, 'venv/bin')
    if (!existsSync(join(bin, 'schemathesis'))) {
      await command('python3', ['-m', 'venv', join(folder, 'venv')])
      await command(join(bin, 'pip'), ['install', '--quiet', 'schemathesis'])
    }
    return firstLine((await mustRun(join(bin, 'schemathesis'), ['--version'])).out).replace(/.*version /, '')
  },
  async run({ api, server, folder, seed = 1, rate, work }) {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    const fixture = await establish(api, server, CASE, 'known')
    const headers = await authorize(api, server, fixture.credentials.partner, 'partner')
    writeFileSync(join(work, 'openapi.json'), JSON.stringify(asBearer(plain31(api))))
    writeFileSync(join(work, 'schemathesis.toml'), configuration(api, fixture.path, headers))
    const { code, out, milliseconds } = await command(
      join(folder, 'venv/bin/schemathesis'),
      [
        ...['run', 'openapi.json', '--url', server.url, '--seed', String(seed), '--generation-database', 'none'],
        ...['--continue-on-failure', '--report', 'ndjson', '--report-ndjson-path', 'events.ndjson', '--no-color'],
        ...(rate === undefined ? [] : ['--rate-limit', `${rate}/s`]),
      ],
      {
        cwd: work,
        env: {
          SCHEMATHESIS_HOOKS: 'hooks',
          PYTHONPATH: work,
          PEER_API: api,
          PEER_CONTROL: server.control,
          PEER_PATH: JSON.stringify(fixture.path),
          PEER_VALUES: JSON.stringify(fixture.values),
        },
        before: () => writeFileSync(join(work, 'hooks.py'), readFileSync('proof/peers/schemathesis-hooks.py')),
      },
    )
    const findings = failuresIn(join(work, 'events.ndjson'))
    return { findings: findings.length === 0 && code !== 0 ? [NO_VERDICT] : findings, milliseconds, out }
  },
}

/** Schemathesis supports OAuth 2.0 only if the token is given, so the scheme is changed to `bearer`. */
function asBearer(document) {
  const schemes = Object.fromEntries(
    Object.entries(document.components.securitySchemes).map(([name, scheme]) => [
      name,
      scheme.type === 'oauth2' ? { type: 'http', scheme: 'bearer' } : scheme,
    ]),
  )
  return { ...document, components: { ...document.components, securitySchemes: schemes } }
}

function configuration(api, path, headers) {
  const parameters = Object.entries(path).map(([name, value]) => `"path.${name}" = ${JSON.stringify(value)}`)
  const [token] = Object.values(headers)
  const scheme =
    api === 'lobbie'
      ? `PartnerOAuth = { bearer = ${JSON.stringify(token.replace('Bearer ', ''))} }`
      : `ApiKey = { api_key = ${JSON.stringify(token)} }`
  return ['[parameters]', ...parameters, '[auth.openapi]', scheme, ''].join('\n')
}

function failuresIn(file) {
  if (!existsSync(file)) return []
  const names = new Set()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    for (const [, name] of line.matchAll(/"name":\s*"(\w+)",\s*"status":\s*"failure"/g)) names.add(name)
  }
  return [...names]
}

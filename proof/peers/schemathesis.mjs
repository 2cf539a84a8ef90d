import { mkdirSync, writeFileSync, readFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { plain31 } from './documents.mjs'
import { command, firstLine, mustRun, NO_VERDICT } from './command.mjs'
import { authorize, establish } from './test-data.mjs'

const CASE = { state: 'appointment', with: {} }

/**
 * Schemathesis with its default phases and checks. It gets credentials and the id of an existing appointment. Hooks
 * give each request a new appointment. The document gets a link from the update to the same update, because the
 * stateful phase follows links and would otherwise do nothing.
 */
export const schemathesis = {
  name: 'Schemathesis',
  line: 'schemathesis run openapi.json --url URL --seed 1 --generation-database none --continue-on-failure',
  hasSeeds: true,
  tuned:
    'all four phases and all default checks; credentials in its configuration; the id of an existing appointment as path parameter; hooks that give each request a new appointment (of the requests that should be valid, every sixth gets a closed one and every sixth an unknown one) and replace most ids by existing ones. The phase `stateful` follows links between operations, and a document with one operation has no links. Therefore we added a link from the update to itself: after an accepted update, this phase updates the same appointment again',
  async install(folder) {
    const bin = join(folder, 'venv/bin')
    if (!existsSync(join(bin, 'schemathesis'))) {
      await command('python3', ['-m', 'venv', join(folder, 'venv')])
      await command(join(bin, 'pip'), ['install', '--quiet', 'schemathesis'])
    }
    return firstLine((await mustRun(join(bin, 'schemathesis'), ['--version'])).out).replace(/.*version /, '')
  },
  run: (asked) => run(asked, withLink),
}

/** Schemathesis without an added link in the document. It skips its stateful phase. Only its time is measured. */
export const schemathesisWithoutLink = {
  ...schemathesis,
  name: 'Schemathesis without the link',
  isOnlyTimed: true,
  tuned: 'the same without that link, so that the phase `stateful` is skipped; only timed',
  run: (asked) => run(asked, (document) => document),
}

async function run({ api, server, folder, seed = 1, rate, work }, prepare) {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const fixture = await establish(api, server, CASE, 'known')
  const headers = await authorize(api, server, fixture.credentials.partner, 'partner')
  writeFileSync(join(work, 'openapi.json'), JSON.stringify(prepare(asBearer(plain31(api)))))
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
      before: () =>
        writeFileSync(join(work, 'hooks.py'), readFileSync(join(import.meta.dirname, 'schemathesis-hooks.py'))),
    },
  )
  const { findings, stateless } = failuresIn(join(work, 'events.ndjson'))
  return { findings: findings.length === 0 && code !== 0 ? [NO_VERDICT] : findings, stateless, milliseconds, out }
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

/** Adds a link from the response of the update to another update of the same record. */
function withLink(document) {
  const [[path, item]] = Object.entries(document.paths)
  const [[method, operation]] = Object.entries(item)
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const parameters = Object.fromEntries(names.map((name) => [name, `$request.path.${name}`]))
  const link = { operationId: operation.operationId, parameters, description: 'The same record can be updated again.' }
  const responses = { ...operation.responses, 200: { ...operation.responses[200], links: { again: link } } }
  return { ...document, paths: { [path]: { ...item, [method]: { ...operation, responses } } } }
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

/**
 * Returns the names of the checks that fail in a run (`findings`), and the names of the checks that fail outside the
 * stateful phase (`stateless`).
 */
function failuresIn(file) {
  const findings = new Set()
  const stateless = new Set()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  for (const line of lines) {
    for (const [, name] of line.matchAll(/"name":\s*"(\w+)",\s*"status":\s*"failure"/g)) {
      findings.add(name)
      if (!line.includes('"phase":"stateful"')) stateless.add(name)
    }
  }
  return { findings: [...findings], stateless: [...stateless] }
}

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './install.mjs'
import { measured, tool } from './gate.mjs'

const version = '4.32.5'

/**
 * Runs Schemathesis with its default phases and checks. It gets the same document, operations and credentials as the
 * gate.
 */
export async function runSchemathesis(server, running) {
  const bin = installed()
  const work = join(running.data, 'schemathesis')
  mkdirSync(work)
  const key = server.query
  writeFileSync(
    join(work, 'schemathesis.toml'),
    key === undefined ? '' : `[auth.openapi]\n${key.scheme} = { api_key = "${key.value}" }\n`,
  )
  const args = [
    'run',
    running.document,
    '--seed',
    '1',
    '--continue-on-failure',
    '--no-color',
    '--generation-database',
    'none',
  ]
  args.push('--report', 'ndjson', '--report-ndjson-path', join(work, 'events.ndjson'))
  for (const path of server.scope ?? []) args.push('--include-path', path)
  for (const id of server.leaveOut ?? []) args.push('--exclude-operation-id', id)
  for (const [name, value] of Object.entries(running.credentials)) args.push('-H', `${name}: ${value}`)
  return measured(running, (base) =>
    tool(bin, [...args, '--url', base], { cwd: work, out: join(running.data, 'schemathesis.txt') }),
  )
}

function installed() {
  const folder = join(cache, 'schemathesis')
  const bin = join(folder, 'bin/schemathesis')
  if (!existsSync(bin)) {
    execFileSync('python3', ['-m', 'venv', folder])
    execFileSync(join(folder, 'bin/pip'), ['install', '--quiet', `schemathesis==${version}`])
  }
  return bin
}

import { spawn } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countingProxy } from './counting-proxy.mjs'

/** Runs the built gate as a new user would, with only the document, the address and the credentials. */
export async function runGateOn(server, running) {
  const report = join(running.data, 'gate.json')
  const args = ['dist/cli/bin.js', 'gate', '--spec', running.document, '--no-overlay', '--format', 'json']
  for (const path of server.scope ?? []) args.push('--path', path)
  for (const id of server.leaveOut ?? []) args.push('--exclude-operation', id)
  for (const [name, value] of Object.entries(running.credentials)) args.push('-H', `${name}: ${value}`)
  const env = {}
  if (server.query !== undefined) {
    args.push('--credential', `${server.query.scheme}=QUERY_KEY`)
    env.QUERY_KEY = server.query.value
  }
  return measured(running, (base) => tool(process.execPath, [...args, '-u', base], { env, out: report }))
}

/** Runs a tool against the server, behind a proxy that counts its requests. */
export async function measured(running, run) {
  const proxy = await countingProxy(running.port)
  const began = performance.now()
  const exit = await run(running.base.replace(String(running.port), String(proxy.port)))
  const seconds = Math.round((performance.now() - began) / 100) / 10
  proxy.close()
  writeFileSync(join(running.data, 'requests.txt'), proxy.lines.join('\n'))
  return { exit, requests: proxy.lines.length, seconds }
}

/** Runs a command for at most five minutes; its output goes to a file. Returns its exit code. */
export function tool(command, args, { env, out, cwd }) {
  const [stdout, stderr] = [openSync(out, 'w'), openSync(`${out}.err`, 'w')]
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', stdout, stderr],
      timeout: 240_000,
      killSignal: 'SIGKILL',
    }
    spawn(command, args, options).once('close', (code, signal) => {
      closeSync(stdout)
      closeSync(stderr)
      resolve(code ?? signal)
    })
  })
}

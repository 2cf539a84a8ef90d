import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listenHttp, listenRaw } from '../src/exchanges/servers.ts'
import { builtBin } from '../support/built.ts'
import { childrenOf, eventually, isAlive, startCli, type CliProcess } from '../support/cli-process.ts'
import { folderWith } from '../support/in-folder.ts'

const SOON = 20_000
/** A gate run that is slow enough to be interrupted before it ends. */
const SLOW_GATE = ['gate', '--api', 'lobbie', '--target', 'mock', '--no-validate', '--rate', '4/s']
/** Options for the runs whose length does not matter. */
const SHORT = ['--plan', 'lean', '--no-validate']

const undo: (() => unknown)[] = []
beforeAll(() => void builtBin(), 300_000)
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each()
})

/** Starts a command in a temporary folder. */
function start(args: readonly string[], bin = builtBin()): CliProcess {
  const folder = folderWith({})
  const cli = startCli(args, { cwd: folder.path, bin })
  undo.push(
    () => folder.remove(),
    () => isAlive(cli.pid) && cli.signal('SIGKILL'),
  )
  return cli
}

/**
 * Waits until the command has started Prism, and returns the process id of Prism. Possibly Prism does not listen yet.
 */
async function prismOf(cli: CliProcess): Promise<number> {
  const pid = await eventually(() => childrenOf(cli.pid)[0])
  undo.push(() => isAlive(pid) && process.kill(pid, 'SIGKILL'))
  return pid
}

/**
 * Waits until the gate sends cases. This is some time after Prism has begun to listen. Returns the process id of Prism.
 */
async function busyPrismOf(cli: CliProcess): Promise<number> {
  const pid = await prismOf(cli)
  await eventually(() => listens(pid))
  await new Promise((done) => setTimeout(done, 700))
  return pid
}

/** True if a process has a listening socket. */
function listens(pid: number): boolean {
  const rows = readFileSync(`/proc/${pid}/net/tcp`, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const listening = new Set(rows.filter(([, , , state]) => state === '0A').map((row) => `socket:[${row[9]}]`))
  return readdirSync(`/proc/${pid}/fd`).some((fd) => listening.has(linkOf(`/proc/${pid}/fd/${fd}`)))
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not end within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const gone = (pid: number): Promise<boolean> => eventually(() => !isAlive(pid), 5_000)

describe('the exit code', () => {
  test.each<[string, readonly string[], number]>([
    ['is 0 for --version', ['--version'], 0],
    ['is 2 for an unknown option', ['gate', '--fast'], 2],
  ])('%s', async (_name, args, code) => {
    expect(await within(60_000, start(args).ended)).toMatchObject({ code })
  })

  test('is 1 for a run of the gate with a finding, and 2 if no server responds', async () => {
    const server = await listenHttp((_request, response) => void response.writeHead(418).end())
    const args = ['gate', '--api', 'aniva', '--target', 'mock', '-u', server.url, ...SHORT]
    const { code, out } = await within(60_000, start(args).ended)
    expect(code).toBe(1)
    expect(out).toContain('status_code_conformance')
    await server.close()
    expect(await within(60_000, start(args).ended)).toMatchObject({ code: 2 })
  })

  test('stays the same if the reader of stdout closes the pipe', async () => {
    const folder = folderWith({})
    undo.push(() => folder.remove())
    const line = `"$0" "$1" gate --api lobbie --target mock --dry-run --no-validate | true; exit "\${PIPESTATUS[0]}"`
    const { status, stderr } = spawnSync('bash', ['-c', line, process.execPath, builtBin()], { cwd: folder.path })
    expect(stderr.toString()).toBe('')
    expect(status).toBe(0)
  })

  test('is 2 for an uncaught error, which is reported as an internal error', async () => {
    const server = await listenRaw(() => undefined)
    const folder = folderWith({
      'setup.mjs': "setTimeout(() => { throw new Error('late') }); export const establish = () => ({})",
    })
    undo.push(
      () => server.close(),
      () => folder.remove(),
    )
    const args = [
      '--spec',
      resolve('specs/aniva/openapi.yaml'),
      '-u',
      server.url,
      '--setup',
      join(folder.path, 'setup.mjs'),
    ]
    const { code, err } = await within(60_000, start(['gate', ...args]).ended)
    expect(err).toContain('Internal error in contract-gate; not a finding about the API.\nError (text hidden, ')
    expect(err).not.toContain('late')
    expect(err).toContain('setup.mjs')
    expect(code).toBe(2)
  })
})

describe('the command gate', () => {
  test('leaves no process running and exits 0 if no rule finds a violation', async () => {
    const cli = start(['gate', '--api', 'lobbie', '--target', 'mock', ...SHORT])
    const prism = await prismOf(cli)
    expect(await within(60_000, cli.ended)).toMatchObject({ code: 0 })
    expect(isAlive(prism)).toBe(false)
  })

  test.each(['starts', 'is in use'])(
    'stopped by Ctrl-C while Prism %s, reports the stop, exits 2 and leaves no process running',
    async (when) => {
      const cli = start(SLOW_GATE)
      const prism = when === 'starts' ? await prismOf(cli) : await busyPrismOf(cli)
      cli.interrupt()
      const { code, out, err } = await within(SOON, cli.ended)
      expect(out + err).toMatch(when === 'starts' ? /did not start|the run was cancelled/ : /the run was cancelled/)
      expect(code).toBe(2)
      await gone(prism)
    },
  )

  test.each(['SIGTERM', 'SIGKILL'] as const)('ended by the signal %s, leaves no process running', async (signal) => {
    const cli = start(SLOW_GATE)
    const prism = await busyPrismOf(cli)
    cli.signal(signal)
    expect((await within(SOON, cli.ended)).code).toBe(signal === 'SIGKILL' ? 'SIGKILL' : 2)
    await gone(prism)
  })

  test('stopped by Ctrl-C while a server does not respond, exits 2 at once', async () => {
    let asked = 0
    const server = await listenRaw(() => void (asked += 1))
    undo.push(() => server.close())
    const cli = start(['gate', '--api', 'lobbie', '--target', 'mock', '-u', server.url])
    await eventually(() => asked > 0)
    cli.interrupt()
    expect(await within(SOON, cli.ended)).toMatchObject({
      code: 2,
      out: expect.stringContaining('the run was cancelled'),
    })
  })

  test('exits 2 and reports that Prism was killed during the run', async () => {
    const cli = start([...SLOW_GATE.slice(0, -1), '40/s'])
    process.kill(await busyPrismOf(cli), 'SIGKILL')
    const { code, out } = await within(60_000, cli.ended)
    expect(code).toBe(2)
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Prism ended by SIGKILL while it was in use')
    expect(out).toContain('No findings')
  })

  test('exits 2 and names the package to install if Prism is not installed', async () => {
    const bin = packageWithout('@stoplight')
    const { code, out } = await within(
      60_000,
      start(['gate', '--api', 'lobbie', '--target', 'mock', ...SHORT], bin).ended,
    )
    expect(code).toBe(2)
    expect(out.replaceAll(/\s+/g, ' ')).toContain('npm install --save-dev @stoplight/prism-cli@')
  })
})

describe.each(['mock', 'sandbox'])('the command %s', (command) => {
  /** Waits until the command has printed its URL, and returns the URL. */
  const urlOf = (cli: CliProcess): Promise<string> =>
    eventually(() => /http:\/\/127\.0\.0\.1:\d+/.exec(cli.out())?.[0] ?? (isAlive(cli.pid) ? undefined : cli.err()))

  test('listens on the given port, prints its URL, and leaves no process running after Ctrl-C', async () => {
    const free = await listenHttp(() => undefined)
    await free.close()
    const cli = start([command, 'lobbie', '--port', String(free.port)])
    const url = await urlOf(cli)
    expect(url).toBe(free.url)
    const children = childrenOf(cli.pid)
    expect((await fetch(`${url}/nowhere`)).status).toBe(404)
    cli.interrupt()
    expect(await within(SOON, cli.ended)).toMatchObject({ code: 0, err: '' })
    for (const child of children) await gone(child)
    await expect(fetch(url)).rejects.toThrow()
  })

  test('reports a port that is in use, and exits 2', async () => {
    const taken = await listenHttp(() => undefined)
    undo.push(() => taken.close())
    const { code, err } = await within(60_000, start([command, 'lobbie', '--port', String(taken.port)]).ended)
    expect(err).toMatch(new RegExp(`The port is in use: .*${taken.port}\\n  next   `))
    expect(code).toBe(2)
  })
})

describe('the command mock', () => {
  test('exits 2 and reports that Prism was killed', async () => {
    const cli = start(['mock', 'lobbie'])
    process.kill(await busyPrismOf(cli), 'SIGKILL')
    const { code, err } = await within(SOON, cli.ended)
    expect(err).toContain('The mock stopped while it was in use: Prism ended by SIGKILL')
    expect(code).toBe(2)
  })

  test('ends the mocks of both APIs if the port of one is in use', async () => {
    const taken = await listenHttp(() => undefined)
    undo.push(() => taken.close())
    const cli = start(['mock', '--port', String(taken.port - 1)])
    const first = await prismOf(cli)
    expect(await within(60_000, cli.ended)).toMatchObject({ code: 2 })
    await gone(first)
  })
})

/** Makes a copy of this package in which an optional dependency is missing. */
function packageWithout(name: string): string {
  const folder = folderWith({ 'node_modules/.keep': '' })
  undo.push(() => folder.remove())
  cpSync(dirname(dirname(builtBin())), join(folder.path, 'dist'), { recursive: true })
  for (const each of ['package.json', 'specs']) symlinkSync(resolve(each), join(folder.path, each))
  const installed = readdirSync('node_modules').filter((each) => !each.startsWith('.') && each !== name)
  for (const each of installed) symlinkSync(resolve('node_modules', each), join(folder.path, 'node_modules', each))
  return join(folder.path, 'dist/cli/bin.js')
}

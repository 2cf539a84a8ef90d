import { parseArgs } from 'node:util'
import { startAniva } from './aniva.ts'
import { startLobbie } from './lobbie.ts'
import { startSlowProxy } from './slow-proxy.ts'
import { switches } from './switches.ts'

const options = {
  port: { type: 'string', default: '0' },
  set: { type: 'string', multiple: true, default: [] as string[] },
  'clock-offset': { type: 'string', default: '0' },
  target: { type: 'string' },
  latency: { type: 'string', default: '150' },
  'per-second': { type: 'string', default: '5' },
  'reset-every': { type: 'string' },
  'reset-after-forwarding': { type: 'boolean', default: false },
  'outage-from': { type: 'string' },
  'outage-requests': { type: 'string', default: '5' },
} as const

function readNumber(name: string, text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new RangeError(`--${name} expects a number, got '${text}'.`)
  return value
}

function readSet(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf('=')
      if (cut < 1) throw new RangeError(`--set expects SWITCH=POSITION, got '${pair}'.`)
      return [pair.slice(0, cut), pair.slice(cut + 1)]
    }),
  )
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

async function startProxy(values: ReturnType<typeof parse>['values']) {
  if (values.target === undefined) throw new RangeError('slow-proxy needs --target URL.')
  const when = values['reset-after-forwarding'] ? 'after' : 'before'
  const requests = readNumber('outage-requests', values['outage-requests'])
  const { origin, through, close } = await startSlowProxy({
    target: values.target,
    port: readNumber('port', values.port),
    latency: readNumber('latency', values.latency),
    perSecond: readNumber('per-second', values['per-second']),
    ...(values['reset-every'] === undefined
      ? {}
      : { reset: { every: readNumber('reset-every', values['reset-every']), when } }),
    ...(values['outage-from'] === undefined
      ? {}
      : { outage: { from: readNumber('outage-from', values['outage-from']), requests } }),
  })
  return { shown: { origin, url: through(values.target) }, close }
}

/** Starts the server that the arguments name. Returns what to print, and a function that stops the server. */
async function start(args: readonly string[]) {
  const { values, positionals } = parse(args)
  const name = positionals.join(' ')
  if (name === 'slow-proxy') return startProxy(values)
  if (name !== 'lobbie' && name !== 'aniva')
    throw new RangeError(`Expected lobbie, aniva, slow-proxy or switches, got '${name}'.`)
  const offset = readNumber('clock-offset', values['clock-offset']) * 1000
  const { baseUrl, tokenUrl, credentials, ids, close } = await (name === 'lobbie' ? startLobbie : startAniva)({
    port: readNumber('port', values.port),
    set: readSet(values.set),
    now: () => Date.now() + offset,
  })
  return { shown: { baseUrl, tokenUrl: tokenUrl ?? null, credentials, ids }, close }
}

/** Runs the command line that `main.mjs` describes. For a wrong argument it prints one sentence and exits with 2. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  if (args[0] === 'switches') {
    for (const { standIn, kind, id, positions, source, meaning } of switches)
      console.log(`${standIn} ${kind} ${id}=${positions.join('|')}: ${meaning} (${source})`)
    return
  }
  try {
    const { shown, close } = await start(args)
    console.log(JSON.stringify(shown))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 2
  }
}

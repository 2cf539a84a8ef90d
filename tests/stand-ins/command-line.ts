import { parseArgs } from 'node:util'
import { startLobbie } from './lobbie.ts'
import { switches } from './switches.ts'

const options = {
  port: { type: 'string', default: '0' },
  set: { type: 'string', multiple: true, default: [] as string[] },
  'clock-offset': { type: 'string', default: '0' },
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

/** Starts what the arguments name and returns what to print, and how to stop it. */
async function start(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const port = readNumber('port', values.port)
  const offset = readNumber('clock-offset', values['clock-offset']) * 1000
  const standIn = { port, set: readSet(values.set), now: () => Date.now() + offset }
  switch (positionals.join(' ')) {
    case 'lobbie': {
      const { baseUrl, tokenUrl, credentials, ids, close } = await startLobbie(standIn)
      return { shown: { baseUrl, tokenUrl, credentials, ids }, close }
    }
    default:
      throw new RangeError(`Expected lobbie, aniva, slow-proxy or switches, got '${positionals.join(' ')}'.`)
  }
}

/** Carries out `main.mjs`, which describes the arguments. A wrong argument prints one sentence and exits with 2. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  if (args[0] === 'switches') {
    for (const { standIn, kind, id, positions, source, meaning } of switches)
      console.log(`${standIn} ${kind} ${id}=${positions.join('|')}  ${meaning} (${source})`)
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

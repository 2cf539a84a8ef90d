import { proveCommand } from '../../proof/prove/command.ts'
import type { Ran } from './run-main.ts'
import { testHost } from './test-host.ts'

/** Runs `npm run prove` with these arguments, in this process. */
export async function runProve(args: readonly string[]): Promise<Ran> {
  const host = testHost()
  const code = await proveCommand(args, host)
  return { code, out: host.out(), err: host.err() }
}

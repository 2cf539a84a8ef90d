import { Command, CommanderError } from 'commander'
import { ContractError } from '../errors.ts'
import { commands } from './commands.ts'
import { EXIT } from './exit-code.ts'
import { toolVersion } from './package-root.ts'
import type { World } from './world.ts'

/** Runs a command: arguments and a world in, an exit code out. Throws nothing. */
export async function main(args: readonly string[], world: World): Promise<number> {
  let exitCode: number = EXIT.holds
  const program = new Command('contract-gate')
    .description('Proves that a server keeps its OpenAPI document.')
    .version(toolVersion())
    .showHelpAfterError('(contract-gate --help lists the commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
    })
  for (const register of commands) {
    register(program, world, (code) => {
      exitCode = code
    })
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.holds : EXIT.couldNotJudge
    world.stderr.write(`${explain(error)}\n`)
    return EXIT.couldNotJudge
  }
}

/** What the caller did wrong in sentences; what we did wrong whole. */
export function explain(error: unknown): string {
  if (error instanceof ContractError) return error.message
  const whole = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `contract-gate failed in itself; this is no finding about the API.\n${whole}`
}

import { Command, CommanderError } from 'commander'
import { commands } from './commands.ts'
import { EXIT } from './exit-code.ts'
import { explain } from './explain.ts'
import { toolVersion } from './package-root.ts'
import type { Host } from './host.ts'

/** Runs a command: arguments and a host in, an exit code out. Throws nothing. */
export async function main(args: readonly string[], host: Host): Promise<number> {
  let exitCode: number = EXIT.holds
  const program = new Command('contract-gate')
    .description('Proves that a server keeps its OpenAPI document.')
    .version(toolVersion())
    .showHelpAfterError('(contract-gate --help lists the commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(withoutValue(text)),
    })
  try {
    for (const name of commandsFor(args)) {
      const register = await commands[name]?.()
      register?.(program, host, (code) => {
        exitCode = code
      })
    }
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.holds : EXIT.couldNotJudge
    host.stderr.write(`${explain(error, host.env)}\n`)
    return EXIT.couldNotJudge
  }
}

/** The command that is asked for; where none is, every one, for the help and for what was meant. */
function commandsFor([name = '']: readonly string[]): readonly string[] {
  return Object.hasOwn(commands, name) ? [name] : Object.keys(commands)
}

/** What stands behind a flag that is not known may be a secret meant for another. */
function withoutValue(text: string): string {
  return text.replace(/(unknown option '-[^=']*)=[\s\S]*?'$/m, "$1=…'")
}

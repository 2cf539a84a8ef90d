import { Command, CommanderError } from 'commander'
import { commands } from './commands.ts'
import { EXIT } from './host/exit-code.ts'
import { explain } from './explain.ts'
import { toolVersion } from './package-root.ts'
import type { Host } from './host/host.ts'

/** Runs a command and returns its exit code. Never throws. */
export async function main(args: readonly string[], host: Host): Promise<number> {
  let exitCode: number = EXIT.passed
  const program = new Command('contract-gate')
    .description('Checks that a server conforms to its OpenAPI document.')
    .version(toolVersion())
    .showHelpAfterError('(run contract-gate --help for the list of commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(plainError(text)),
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
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.inconclusive
    host.stderr.write(`${explain(error, host.env)}\n`)
    return EXIT.inconclusive
  }
}

/**
 * Returns the names of the commands to load. To print the version, the program needs no command. If the user named a
 * command, it needs only this command. Otherwise it needs all commands, to print the help or to suggest a name after a
 * typo.
 */
function commandsFor([name = '']: readonly string[]): readonly string[] {
  if (name === '--version' || name === '-V') return []
  return Object.hasOwn(commands, name) ? [name] : Object.keys(commands)
}

/**
 * Rewrites an error of commander in the form "`--seed` expects an integer, got `x`.". Hides the value of an unknown
 * option.
 */
function plainError(text: string): string {
  return (
    text
      .replace(
        /^error: option '(?:-\w, )?(--[\w-]+)[^']*' argument '[\s\S]*' is invalid\. (?=expects )/,
        'error: `$1` ',
      )
      .replace(
        /^error: command-argument value '[\s\S]*' is invalid for argument '(\w+)'\. (?=expects )/,
        'error: `$1` ',
      )
      // The option may be misspelled, and its value may be a secret.
      .replace(/(unknown option '-[^=']*)=[\s\S]*?'$/m, "$1=…'")
  )
}

import { chooseApis } from '../apis.ts'
import { addDocumentOptions, documentOptionsOf, type GivenDocumentOptions } from '../document-options.ts'
import { collect } from '../option-parsers.ts'
import type { RegisterCommand } from '../register-command.ts'
import { hasColor } from '../host/host.ts'

const CLEAR = '\u001B[2J\u001B[3J\u001B[H'

/** The command `contract-gate watch`. */
export const watchCommand: RegisterCommand = (program, host) => {
  addDocumentOptions(program.command('watch'))
    .option('--api <name>', 'watch this API under specs/; repeatable, default all', collect)
    .description('after every save: validate, generate, and test the changed operations on a mock')
    .action(async ({ api: names = [], ...given }: { api?: string[] } & GivenDocumentOptions) => {
      const apis = chooseApis(names)
      const reading = documentOptionsOf(given, apis.length)
      const { watchApis } = await import('./watch-apis.ts')
      const { stdout, env } = host
      await watchApis(apis, reading, host, (text) => {
        const page = { color: hasColor(stdout, env), width: Math.min(Math.max(stdout.columns ?? 100, 40), 200) }
        stdout.write(`${stdout.isTTY === true ? CLEAR : ''}${text(page)}`)
      })
    })
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ContractError } from '../../errors.ts'
import { EXIT } from '../exit-code.ts'
import { chooseApis } from '../apis.ts'
import {
  addDocumentOptions,
  documentOptionsOf,
  readApiDocument,
  type GivenDocumentOptions,
} from '../document-options.ts'
import type { RegisterCommand } from '../register-command.ts'

/** The command `contract-gate generate [--check]`. */
export const generateCommand: RegisterCommand = (program, host, exit) => {
  addDocumentOptions(program.command('generate'))
    .option('--check', 'write nothing; list the generated files that are out of date', false)
    .description('generate generated/<api>/ from specs/<api>/openapi.yaml')
    .action(async ({ check, ...given }: { check: boolean } & GivenDocumentOptions) => {
      const { generateAll, GENERATED, staleFiles } = await import('../../generate/generate-all.ts')
      const chosen = chooseApis([])
      const reading = documentOptionsOf(given, chosen.length)
      const apis = chosen.map(({ name, document }) => ({
        name,
        document: readApiDocument(document, reading),
      }))
      const files = await generateAll({ apis })
      if (!check) {
        for (const { path, text } of files) {
          const file = join(GENERATED, path)
          mkdirSync(dirname(file), { recursive: true })
          writeFileSync(file, text)
          host.stdout.write(`wrote ${file}\n`)
        }
        return
      }
      const stale = staleFiles(files)
      if (stale.length === 0) {
        host.stdout.write(`${files.length} generated files are up to date\n`)
        return
      }
      const what = stale.map(({ file, reason }) => `${file} (${reason})`).join(', ')
      const next = 'run `npm run generate` and commit the result'
      host.stderr.write(`${new ContractError('generated-stale', { what, next }).message}\n`)
      exit(EXIT.failed)
    })
}

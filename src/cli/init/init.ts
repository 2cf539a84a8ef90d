import { existsSync } from 'node:fs'
import { basename, dirname, join, normalize, sep } from 'node:path'
import { Option } from 'commander'
import { CONFIG_FILE } from '../../config/read-contract-config.ts'
import type { Operation } from '../../operations/operation.ts'
import { readApiDocument } from '../document-options.ts'
import { EXIT } from '../host/exit-code.ts'
import { url } from '../option-parsers.ts'
import { packageName, toolVersion } from '../package-root.ts'
import type { RegisterCommand } from '../register-command.ts'
import { requireOperations } from '../require-operations.ts'
import { describeTestability, listMissingValues } from '../validate/describe-testability.ts'
import { ciText, CI_FILES } from './ci-text.ts'
import { configText } from './config-text.ts'
import { nextSteps } from './next-steps.ts'
import { overlayText } from './overlay-text.ts'
import { policyText } from './policy-text.ts'
import { writeFiles, type NewFile } from './write-files.ts'

const OVERLAY = 'scenarios.overlay.yaml'

interface GivenOptions {
  readonly baseUrl?: string
  readonly ci: keyof typeof CI_FILES
  readonly force?: boolean
}

/** The command `contract-gate init DOCUMENT [-u URL]`. */
export const initCommand: RegisterCommand = (program, host, exit) => {
  program
    .command('init')
    .argument('<document>', 'an OpenAPI document')
    .description('report how much of a document can be tested, and write a configuration, an overlay and a CI file')
    .option('-u, --base-url <url>', 'the server that implements the document', url)
    .addOption(new Option('--ci <system>', 'the CI system').choices(Object.keys(CI_FILES)).default('github' as const))
    .option('--force', 'overwrite existing files, and keep the old ones with the ending .old')
    .action((file: string, { baseUrl, ci, force = false }: GivenOptions) => {
      const document = readApiDocument(file, {
        overlays: [],
        allowsRefOutside: false,
        formats: 'assert',
        keepsBroken: true,
      })
      const operations = requireOperations(document)
      const schemes = [...new Set(operations.flatMap(schemesOf))]
      const missing = listMissingValues(operations.filter(({ broken }) => broken === undefined))
      const parameters = [...new Set(missing.flatMap(({ names }) => names))]
      const api = folderUnderSpecs(file)
      const overlay = document.overlays.length > 0 ? undefined : overlayText(document, operations, basename(file))
      const packageSpec = `${packageName()}@${toolVersion()}`
      // An existing workflow file already tests every API under specs/, so no second file is written.
      const hasCi = api !== undefined && existsSync(CI_FILES[ci])
      const files: NewFile[] = [
        api === undefined
          ? { file: CONFIG_FILE, text: configText(file, { parameters, schemes }, baseUrl) }
          : { file: join(dirname(file), 'policy.yaml'), text: policyText(overlay === undefined ? undefined : OVERLAY) },
        ...(overlay === undefined ? [] : [{ file: join(dirname(file), OVERLAY), text: overlay }]),
        ...(hasCi ? [] : [{ file: CI_FILES[ci], text: ciText(ci, { packageSpec, baseUrl }) }]),
      ]
      const written = writeFiles(files, force)
      const lines = [
        `${document.title}: ${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}`,
        ...describeTestability(document).map((sentence) => `- ${sentence}`),
        ...(schemes.length === 0 ? [] : [`- credentials are needed: ${schemes.join(', ')}`]),
        '',
        ...written,
        ...(ci === 'gitlab' && !hasCi ? [`Add to .gitlab-ci.yml: include: ${CI_FILES.gitlab}`] : []),
        '',
        ...nextSteps(api, baseUrl),
      ]
      host.stdout.write(`${lines.join('\n')}\n`)
      exit(EXIT.passed)
    })
}

function schemesOf({ security }: Operation): string[] {
  return security.flatMap(({ schemes }) => schemes.map(({ name }) => name))
}

/** Returns the name of the API if the document is `specs/<api>/openapi.yaml`. All commands find documents there. */
function folderUnderSpecs(file: string): string | undefined {
  const [specs, api, name, ...more] = normalize(file).split(sep)
  return specs === 'specs' && name === 'openapi.yaml' && more.length === 0 ? api : undefined
}

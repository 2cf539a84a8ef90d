import { Option } from 'commander'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { printLocation } from '../../document/location.ts'
import { ContractError } from '../../errors.ts'
import type { Api, GeneratedFile } from '../../generate/generated-file.ts'
import type { Int64Form } from '../../generate/int64.ts'
import { EXIT } from '../host/exit-code.ts'
import { chooseApis } from '../apis.ts'
import {
  addDocumentOptions,
  documentOptionsOf,
  readApiDocument,
  type GivenDocumentOptions,
} from '../document-options.ts'
import { isThisRepository, packageName } from '../package-root.ts'
import { listOperations } from '../../operations/list-operations.ts'
import type { RegisterCommand } from '../register-command.ts'
import { apiNameOf } from '../gate/run-gate.ts'

interface GenerateOptions extends GivenDocumentOptions {
  readonly out?: string
  readonly name?: string
  readonly standalone: boolean
  readonly runtime?: string
  readonly int64: Int64Form
  readonly check: boolean
  readonly force: boolean
}

/** The command `contract-gate generate [document] [--out folder]`. */
export const generateCommand: RegisterCommand = (program, host, exit) => {
  addDocumentOptions(program.command('generate'))
    .argument('[document]', 'an OpenAPI 3.0, 3.1 or 3.2 document (default: every specs/<api>/openapi.yaml)')
    .option(
      '--out <folder>',
      'the folder for the code (default: generated/<api>; with several documents: the folder `generated`)',
    )
    .option('--name <name>', 'the name of the API in the code, such as `shop` for createShopClient')
    .option('--standalone', 'generate code that imports no package; the folder `runtime` gets what it needs', false)
    .addOption(
      new Option(
        '--runtime <package>',
        'the package that the code imports, such as @my-scope/client (default: this package)',
      ).conflicts('standalone'),
    )
    .addOption(
      new Option('--int64 <form>', 'how the code represents 64-bit integers; numbers are exact only up to 2^53')
        .choices(['number', 'bigint', 'string'])
        .default('number'),
    )
    .option('--check', 'write nothing; list the generated files that are out of date', false)
    .option('--force', 'generate code even if `validate` reports errors', false)
    .description('generate types, client, validators and mock handlers from a document')
    .action(async (file: string | undefined, options: GenerateOptions) => {
      const { generate } = await import('../../generate/generate.ts')
      const { listDropped } = await import('../../generate/prepare/supported-operations.ts')
      const { GENERATED, staleFiles } = await import('../../generate/generate-all.ts')
      const apis = apisOf(file, options)
      if (file !== undefined && !options.check && !options.force) for (const api of apis) await refuseRejected(api)
      const files: GeneratedFile[] = []
      const directory = options.out ?? (file === undefined ? GENERATED : join(GENERATED, apis[0]?.name ?? ''))
      for (const api of apis) {
        const own = await generate({ ...api, handlers: api.layout === 'repository' || isInstalled('msw', directory) })
        const folder = file === undefined && api.layout !== 'repository' ? `${api.name}/` : ''
        files.push(...own.map((each) => ({ ...each, path: folder + each.path })))
      }
      if (options.check) return check(staleFiles(files, directory))
      await refuseOtherFiles(directory, apis)
      for (const { path, text } of files) {
        const target = join(directory, path)
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, text)
        host.stdout.write(`wrote ${target}\n`)
      }
      const dropped = apis.flatMap(({ document }) => listDropped(document, listOperations(document)))
      for (const line of [...dropped, ...remarks(apis, directory)]) host.stderr.write(`${line}\n`)
    })

  function check(stale: readonly { readonly file: string; readonly reason: string }[]): void {
    if (stale.length === 0) {
      host.stdout.write('the generated files are up to date\n')
      return
    }
    const what = stale.map(({ file, reason }) => `${file} (${reason})`).join(', ')
    const next = 'run the command again without --check, and commit the result'
    host.stderr.write(`${new ContractError('generated-stale', { what, next }).message}\n`)
    exit(EXIT.failed)
  }
}

function apisOf(file: string | undefined, options: GenerateOptions): Api[] {
  const layout = options.standalone ? 'standalone' : isThisRepository() && file === undefined ? 'repository' : 'package'
  const runtime = options.runtime ?? `${packageName()}/client`
  const target = { layout, runtime, int64: options.int64 } as const
  if (file === undefined) {
    const chosen = chooseApis([])
    const reading = documentOptionsOf(options, chosen.length)
    return chosen.map(({ name, document }) => ({ name, document: readApiDocument(document, reading), ...target }))
  }
  const document = readApiDocument(file, documentOptionsOf(options, 1))
  return [{ name: options.name ?? apiNameOf(file, document), document, ...target }]
}

/**
 * Throws `not-generated` if `validate` finds errors in a document. Ignores errors in examples, because generated code
 * does not use examples. Skips Redocly's rules, because Redocly may not be installed.
 */
async function refuseRejected({ document }: Api): Promise<void> {
  const { listDocumentFindings } = await import('../../validation/validate-document.ts')
  const findings = await listDocumentFindings(document, { onlyErrors: true, skip: ['lint', 'examples_match_schemas'] })
  const [first, ...more] = findings.filter(({ level }) => level === 'error')
  if (first === undefined) return
  throw new ContractError('not-generated', {
    what: `validate rejects the document: ${first.message}${more.length === 0 ? '' : ` (and ${more.length} more)`}`,
    where: printLocation(first.location),
    next: 'run `contract-gate validate` and fix the errors, or generate code in spite of them with --force',
  })
}

/** Throws `folder-in-use` if the folder contains a file that this command did not generate, but could overwrite. */
async function refuseOtherFiles(directory: string, apis: readonly Api[]): Promise<void> {
  if (apis.every(({ layout }) => layout === 'repository')) return
  const { otherFiles } = await import('../../generate/generate-all.ts')
  const [first, ...more] = otherFiles(directory)
  if (first === undefined) return
  throw new ContractError('folder-in-use', {
    what: more.length === 0 ? first : `${first} and ${more.length} more`,
    where: directory,
    next: 'choose an empty folder with --out, or move the files away; nothing was written',
  })
}

function remarks(apis: readonly Api[], directory: string): string[] {
  const [runtime] = apis.flatMap((api) => (api.layout === 'package' ? [nameOfPackage(api.runtime ?? '')] : []))
  const isElsewhere = apis.some(({ layout }) => layout !== 'repository')
  return [
    ...(runtime !== undefined && !isInstalled(runtime, directory)
      ? [`The code imports ${runtime}: run \`npm install ${runtime}\`, or generate with --standalone.`]
      : []),
    ...(isElsewhere && !isInstalled('msw', directory)
      ? [
          'handlers.ts was left out, because msw is not installed: run `npm install --save-dev msw`, then generate again.',
        ]
      : []),
  ]
}

/** Returns the name of the package in an import: `@scope/name` for `@scope/name/entry`. */
function nameOfPackage(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
}

/** True if the package is installed in the folder or in a parent folder. Code in the folder can then import it. */
function isInstalled(name: string, directory: string): boolean {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return true
    if (folder === dirname(folder)) return false
  }
}

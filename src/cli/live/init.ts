import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { CONFIG_FILE, readContractConfig } from '../../config/read-contract-config.ts'
import { ContractError } from '../../errors.ts'
import { codeOf } from '../../exchanges/transport-failure.ts'
import { readNeighbours } from '../../live/neighbours/read-neighbours.ts'
import { liveSectionText } from '../../live/settings/live-section-text.ts'
import { listOperations } from '../../operations/list-operations.ts'
import { chooseApis } from '../apis.ts'
import { readApiDocument } from '../document-options.ts'
import { packageRoot } from '../package-root.ts'
import { EXIT } from '../host/exit-code.ts'
import type { Host } from '../host/host.ts'

const EXAMPLE = '.env.example'

/**
 * Runs `live init`. Adds live settings to the configuration file. Adds the environment variables of these settings to
 * `.env.example`. Keeps existing settings. Returns the exit code.
 */
export function initLive(api: string, host: Host): number {
  const [folder] = chooseApis([api])
  const file = folder?.document ?? ''
  const { apis, locate } = readContractConfig()
  if (apis[api]?.targets?.live !== undefined) {
    throw new ContractError('bad-config', {
      what: `apis.${api}.targets.live exists already`,
      where: locate(`/apis/${api}/targets/live`),
      next: 'edit this section, or remove the section and run the command again',
    })
  }
  const document = readApiDocument(file, { overlays: [], allowsRefOutside: false, formats: 'assert' })
  const neighbours = readNeighbours(join(dirname(file), 'neighbours.yaml'))
  const { section, variables } = liveSectionText(api, listOperations(document), neighbours)
  write(CONFIG_FILE, withSection(textOf(CONFIG_FILE), api, section))
  const known = textOf(EXAMPLE)
  const missing = variables.filter((name) => !new RegExp(`^${name}=`, 'm').test(known))
  write(EXAMPLE, `${known}${missing.map((name) => `${name}=\n`).join('')}`)
  const edited = ['environment', 'baseUrl', 'tokenUrl', 'scope'].filter((key) => section.includes(`\n  ${key}: `))
  host.stdout.write(
    `${CONFIG_FILE} has the section apis.${api}.targets.live: edit ${edited.join(', ')}.\n` +
      `${EXAMPLE} names ${variables.join(', ')}: copy it to .env, keep .env out of git, and fill it in.\n` +
      `Then: node --env-file=.env ${relative('.', join(packageRoot(), 'dist/cli/bin.js'))} gate --target live --api ${api} --no-writes\n`,
  )
  return EXIT.passed
}

/**
 * Inserts live settings into the text of the configuration file: under the key `apis` if it exists, otherwise at the
 * end.
 */
function withSection(text: string, api: string, section: string): string {
  const indented = (by: number): string => section.replaceAll(/^(?=.)/gm, ' '.repeat(by))
  const block = `  ${api}:\n    targets:\n${indented(6)}`
  const at = /^apis:[ \t]*(#.*)?$/m.exec(text)
  if (at === null) return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}apis:\n${block}`
  const end = at.index + at[0].length
  return `${text.slice(0, end)}\n${block.replace(/\n$/, '')}${text.slice(end)}`
}

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new ContractError('bad-config', {
      what: `the file cannot be written (${codeOf(error)})`,
      where: file,
      next: 'make the folder writable',
    })
  }
}

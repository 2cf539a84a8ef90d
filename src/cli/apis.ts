import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readContractConfig } from '../config/read-contract-config.ts'
import { ContractError } from '../errors.ts'
import { packageRoot } from './package-root.ts'

/** An API of the project: a folder under `specs/` that contains an OpenAPI document. */
export interface SpecFolder {
  readonly name: string
  /** Path of the document, relative to the working directory. */
  readonly document: string
  readonly policy: string
}

/**
 * Lists the APIs under `specs/` in the working directory, sorted by name. If this folder contains no API, lists the
 * APIs that are shipped with this package.
 */
export function listApis(): SpecFolder[] {
  const own = apisIn('specs')
  return own.length > 0 ? own : apisIn(relative(process.cwd(), join(packageRoot(), 'specs')))
}

function apisIn(folder: string): SpecFolder[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'openapi.yaml')))
    .map(({ name }) => ({
      name,
      document: join(folder, name, 'openapi.yaml'),
      policy: join(folder, name, 'policy.yaml'),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Returns the APIs with the given names, or all APIs if `names` is empty. Throws `unknown-api`. */
export function chooseApis(names: readonly string[]): SpecFolder[] {
  const apis = listApis()
  if (names.length === 0) {
    if (apis.length > 0) return apis
    throw new ContractError('unknown-api', {
      what: 'the working directory has no specs/<api>/openapi.yaml',
      next: 'add specs/<api>/openapi.yaml, or give a document with --spec',
    })
  }
  return names.map((name) => {
    const found = apis.find((api) => api.name === name)
    if (found !== undefined) return found
    throw new ContractError('unknown-api', {
      what: name,
      next: `choose from ${apis.map((api) => api.name).join(', ')}, or add specs/${name}/openapi.yaml`,
    })
  })
}

/**
 * Returns the documents for a command that was called without a file: the `spec` in `contract.config.yaml` or, without
 * this setting, the documents of all APIs. Throws `unknown-api`.
 */
export function defaultDocuments(): string[] {
  const { spec } = readContractConfig().options
  return typeof spec === 'string' ? [spec] : chooseApis([]).map(({ document }) => document)
}

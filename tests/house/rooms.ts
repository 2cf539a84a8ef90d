import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { filesBelow } from './files-below.ts'

/**
 * The folders that each folder is allowed to import. The table in ARCHITECTURE.md lists the same folders. Every folder
 * is also allowed to import `errors` and `json`.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  document: [],
  config: ['document'],
  schemas: ['document'],
  operations: ['client', 'document', 'schemas'],
  invariants: ['document', 'operations', 'schemas'],
  refusals: ['document', 'invariants', 'operations'],
  clauses: ['client', 'document', 'operations', 'schemas'],
  journeys: ['document', 'operations', 'schemas'],
  cases: ['clauses', 'client', 'document', 'operations', 'refusals', 'schemas'],
  exchanges: ['client', 'document', 'operations', 'schemas'],
  redaction: ['cases', 'document', 'exchanges', 'operations', 'schemas'],
  evidence: ['cases', 'clauses', 'client', 'document', 'exchanges', 'invariants', 'operations', 'redaction', 'schemas'],
  rules: ['cases', 'document', 'evidence', 'exchanges', 'operations', 'redaction', 'schemas'],
  verdicts: ['cases', 'clauses', 'document', 'evidence', 'exchanges', 'invariants', 'operations', 'rules', 'schemas'],
  report: ['cases', 'clauses', 'document', 'operations', 'rules'],
  gaps: ['document', 'evidence', 'exchanges', 'invariants', 'operations', 'rules', 'schemas', 'verdicts'],
  run: [
    'cases',
    'clauses',
    'document',
    'evidence',
    'exchanges',
    'gaps',
    'journeys',
    'operations',
    'redaction',
    'refusals',
    'report',
    'rules',
    'schemas',
    'targets',
    'verdicts',
  ],
  targets: ['cases', 'client', 'document', 'exchanges', 'operations', 'sandbox', 'schemas'],
  live: ['cases', 'client', 'config', 'document', 'exchanges', 'invariants', 'operations', 'targets'],
  validation: ['cases', 'clauses', 'document', 'invariants', 'operations', 'refusals', 'report', 'schemas'],
  diff: ['clauses', 'document', 'operations', 'report', 'schemas'],
  pages: ['clauses', 'document', 'operations', 'report'],
  generate: ['client', 'document', 'operations', 'schemas'],
  client: [],
  vitest: [
    'cases',
    'document',
    'evidence',
    'exchanges',
    'operations',
    'redaction',
    'rules',
    'run',
    'targets',
    'verdicts',
  ],
  cli: [
    'cases',
    'clauses',
    'config',
    'diff',
    'document',
    'exchanges',
    'generate',
    'journeys',
    'live',
    'operations',
    'pages',
    'redaction',
    'report',
    'rules',
    'run',
    'sandbox',
    'targets',
    'validation',
    'verdicts',
  ],
  sandbox: ['generated'],
  generated: ['client'],
  proof: [
    'cases',
    'cli',
    'document',
    'evidence',
    'exchanges',
    'generate',
    'operations',
    'report',
    'rules',
    'run',
    'sandbox',
    'schemas',
    'targets',
    'validation',
    'verdicts',
  ],
}

export interface Import {
  /** Path of the importing file, relative to the repository. */
  readonly from: string
  readonly to: string
  /** The package or `node:` module that is imported. Absent if the import is a file of this repository. */
  readonly outside?: string
}

/** Lists every import in the code of this repository, including imports of types. */
export function listImports(): Import[] {
  const files = ['src', 'sandbox', 'generated', 'proof']
    .flatMap((folder) => filesBelow(folder))
    .filter((file) => /\.(ts|js)$/.test(file))
  return files.flatMap((from) => {
    const text = readFileSync(from, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    const found = text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g,
    )
    return [...found].flatMap((match): Import[] => {
      const name = match[1] ?? match[2] ?? match[3]
      if (name === undefined) return []
      if (!name.startsWith('.')) return [{ from, to: name, outside: name }]
      return [{ from, to: relative('.', resolve(dirname(from), name)) }]
    })
  })
}

/**
 * Returns the folder of ARCHITECTURE.md's table that contains a file, such as `cases` for `src/cases/makers/x.ts` and
 * `sandbox` for `sandbox/x.ts`. Returns undefined for files directly in `src`.
 */
export function roomOf(file: string): string | undefined {
  const [top, second, third] = file.split('/')
  if (top === 'sandbox' || top === 'generated' || top === 'proof') return top
  return third === undefined ? undefined : second
}

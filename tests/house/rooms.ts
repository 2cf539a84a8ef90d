import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { filesBelow } from './files-below.ts'

/** Which room may import which. `errors` and `json` are open to all. The same table stands in ARCHITECTURE.md. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  document: [],
  schemas: ['document'],
  operations: ['document', 'schemas'],
  invariants: ['document', 'operations', 'schemas'],
  clauses: ['document', 'operations', 'schemas'],
  findings: ['document', 'operations'],
  cases: ['clauses', 'document', 'operations', 'schemas'],
  exchanges: ['cases', 'document', 'operations', 'schemas'],
  verdicts: ['cases', 'clauses', 'document', 'exchanges', 'findings', 'invariants', 'operations', 'schemas'],
  report: ['clauses', 'document', 'findings', 'operations'],
  gate: ['operations', 'report'],
  run: ['cases', 'clauses', 'document', 'exchanges', 'findings', 'gate', 'operations', 'report', 'verdicts'],
  targets: ['cases', 'client', 'document', 'exchanges', 'operations', 'sandbox'],
  validation: ['cases', 'clauses', 'document', 'findings', 'invariants', 'operations', 'report', 'schemas'],
  generate: ['document', 'operations', 'schemas'],
  client: [],
  prove: ['document', 'exchanges', 'gate', 'operations', 'report', 'run', 'sandbox', 'validation', 'verdicts'],
  vitest: ['cases', 'document', 'exchanges', 'findings', 'operations', 'run', 'targets', 'verdicts'],
  cli: [
    'cases',
    'clauses',
    'document',
    'exchanges',
    'findings',
    'gate',
    'generate',
    'operations',
    'prove',
    'report',
    'run',
    'sandbox',
    'targets',
    'validation',
    'verdicts',
  ],
  sandbox: ['generated'],
  generated: ['client'],
}

export interface Import {
  /** Relative to the repository. */
  readonly from: string
  readonly to: string
  /** A package or a `node:` module, when it is no file of ours. */
  readonly outside?: string
}

/** Every import of our own code, types included. */
export function listImports(): Import[] {
  const files = ['src', 'sandbox', 'generated']
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

/** `src/cases/makers/x.ts` → `cases`; `sandbox/x.ts` → `sandbox`; files at the top of `src` have no room. */
export function roomOf(file: string): string | undefined {
  const [top, second, third] = file.split('/')
  if (top === 'sandbox' || top === 'generated') return top
  return third === undefined ? undefined : second
}

import { isExplained, type MutantProof, type MutantRow, type DetectedBy } from './mutant-proof.ts'

const COLUMNS: readonly DetectedBy[] = ['finding', 'coverage', 'validate', 'drift', 'undetected']

/** Prints one line for one mutant. */
export function printMutant({ api, name, detectedBy, because }: MutantRow): string {
  return `${detectedBy.padEnd(9)} ${api.padEnd(7)} ${name}${because === '' ? '' : `\n${' '.repeat(18)}${because}`}`
}

/** Prints how many mutants were detected for each kind of change, and why the other mutants cannot be detected. */
export function printMutants(proof: MutantProof): string {
  const { rows, all, milliseconds } = proof
  const kinds = [...new Set(rows.map(kindOf))].toSorted()
  const head = 'changed'.padEnd(36) + COLUMNS.map((column) => column.padStart(10)).join('')
  const table = [...kinds, 'all'].map((kind) => {
    const own = rows.filter((row) => kind === 'all' || kindOf(row) === kind)
    const counts = COLUMNS.map((column) => own.filter(({ detectedBy }) => detectedBy === column).length)
    return kind.padEnd(36) + counts.map((count) => (count === 0 ? '' : String(count)).padStart(10)).join('')
  })
  const totals = Object.entries(all).map(([api, count]) => {
    const tried = rows.filter((row) => row.api === api).length
    return `${api}: ${tried === count ? tried : `${tried} of ${count}`} mutants`
  })
  return [
    head,
    ...table,
    '',
    ...reasonsOf(rows),
    ...(isExplained(proof)
      ? []
      : ['NOT EXPLAINED', ...rows.filter(isUnexplained).map(({ api, name }) => `  ${api} ${name}`), '']),
    `${totals.join(', ')}; ${(milliseconds / 1000).toFixed(1)} s`,
    '',
  ].join('\n')
}

function reasonsOf(rows: readonly MutantRow[]): string[] {
  const silent = rows.filter(({ detectedBy, because }) => detectedBy === 'undetected' && because !== '')
  const kinds = new Map(silent.map((row) => [kindOf(row), row.because]))
  if (kinds.size === 0) return []
  return ['undetectable, because', ...[...kinds].toSorted().map(([kind, because]) => `  ${kind}: ${because}`), '']
}

function kindOf({ of, operator }: MutantRow): string {
  return `${of} ${operator}`
}

function isUnexplained({ detectedBy, because }: MutantRow): boolean {
  return detectedBy === 'undetected' && because === ''
}

import type { DocumentFinding } from './document-finding.ts'

/** Findings with one cause: the same fault at several places. At least one finding. */
export interface FindingGroup {
  readonly first: DocumentFinding
  /** One sentence for all findings of the group, without a full stop. */
  readonly message: string
  readonly findings: readonly DocumentFinding[]
}

/**
 * Joins equal findings. Errors that may cause other findings come first: references without a target, then schemas and
 * objects that are not valid. Warnings come last. Groups of one rank have the order of their first finding.
 */
export function groupFindings(findings: readonly DocumentFinding[]): FindingGroup[] {
  const groups = new Map<string, DocumentFinding[]>()
  for (const finding of findings) {
    const { rule, level, next, message, several = message, location } = finding
    // An author corrects references one by one, so each keeps its line.
    const key = JSON.stringify([rule, level, next, several, isOfReference(rule) ? location : ''])
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return [...groups.values()]
    .flatMap((all): FindingGroup[] => {
      const [first] = all
      return first === undefined ? [] : [{ first, message: messageOf(first, all.length), findings: all }]
    })
    .toSorted((one, other) => rankOf(one.first) - rankOf(other.first))
}

function messageOf({ message, several }: DocumentFinding, count: number): string {
  if (count === 1) return message
  return several === undefined ? `${message} (${count} times)` : `${count} ${several}`
}

/** Rules about parts that other rules read. A fault of such a part causes findings at other places. */
const CAUSES = new Set(['schemas_compile', 'structure_is_valid', 'lint'])

function rankOf({ rule, level }: DocumentFinding): number {
  if (isOfReference(rule)) return 0
  if (level === 'warning') return 3
  return CAUSES.has(rule) ? 1 : 2
}

/** True for a reference that cannot be followed: it has no target, or the file of its target cannot be read. */
function isOfReference(rule: string): boolean {
  return rule.startsWith('reference_') || rule.startsWith('document_')
}

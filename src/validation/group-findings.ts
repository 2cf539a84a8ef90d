import type { DocumentFinding } from './document-finding.ts'

/** Findings about the same fault. The fault may occur in several places. */
export interface FindingGroup {
  readonly first: DocumentFinding
  /** One sentence about all findings of the group, without a full stop. */
  readonly message: string
  readonly findings: readonly DocumentFinding[]
}

/**
 * Groups findings about the same fault. The first groups are broken references, followed by invalid schemas and
 * objects, because these faults may cause the other findings. The last groups are warnings.
 */
export function groupFindings(findings: readonly DocumentFinding[]): FindingGroup[] {
  const groups = new Map<string, DocumentFinding[]>()
  for (const finding of findings) {
    const { rule, level, next, message, several = message, location } = finding
    // The author must correct each broken reference, so each one is its own group.
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

/** The checks whose faults can cause findings of other checks. */
const CAUSES = new Set(['schemas_compile', 'structure_is_valid', 'lint'])

function rankOf({ rule, level }: DocumentFinding): number {
  if (isOfReference(rule)) return 0
  if (level === 'warning') return 3
  return CAUSES.has(rule) ? 1 : 2
}

/** True for a finding about a reference whose target does not exist or is in an unreadable file. */
function isOfReference(rule: string): boolean {
  return rule.startsWith('reference_') || rule.startsWith('document_')
}

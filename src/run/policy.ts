import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { load } from 'js-yaml'
import { isCalendarDay } from '../document/files/is-calendar-day.ts'
import { ContractError } from '../errors.ts'
import { isArray, isObject, type Json } from '../json.ts'
import { ROLES, type TargetKind } from '../operations/annotations.ts'

/** The settings in `policy.yaml`. */
export interface Policy {
  /** For each kind of target, the minimum percentage of the reachable clauses that a run must exercise. */
  readonly coverage: Readonly<Record<TargetKind, number>>
  /** The effect of blocked clauses. `fail`: they block the run. `allow`: they do not, for the reason `because`. */
  readonly blocked: { readonly kind: 'fail' } | { readonly kind: 'allow'; readonly because: string }
  /**
   * The overlays that a run must apply to the document, as paths relative to the policy file. Without one of them, a
   * run checks less, and might pass only for this reason.
   */
  readonly overlays: readonly string[]
  /**
   * The roles whose cases may be blocked on a live server without blocking the run. The key in the file is
   * `accept-blocked`.
   */
  readonly acceptBlocked?: readonly AcceptBlocked[]
}

/**
 * An entry of `accept-blocked`. Until the day `expires`, blocked cases of the role do not block the run. The person
 * `owner` is responsible.
 */
export interface AcceptBlocked {
  readonly role: string
  readonly reason: string
  readonly owner: string
  /** The last day on which the entry is valid, such as 2026-01-05. */
  readonly expires: string
}

/** The policy that applies without a `policy.yaml`: a blocked clause blocks the run, and no coverage is required. */
export const DEFAULT_POLICY: Policy = {
  coverage: { mock: 0, sandbox: 0, live: 0 },
  blocked: { kind: 'fail' },
  overlays: [],
}

/**
 * Returns the policy with `percent` as the minimum coverage of each target. If `percent` is undefined, returns the
 * policy unchanged.
 */
export function withMinCoverage(policy: Policy, percent: number | undefined): Policy {
  return percent === undefined ? policy : { ...policy, coverage: { mock: percent, sandbox: percent, live: percent } }
}

/** Reads a policy file. A missing file gives the default policy. Throws `bad-policy` for invalid content. */
export function readPolicy(file: string): Policy {
  if (!existsSync(file)) return DEFAULT_POLICY
  const where = relative(process.cwd(), file)
  let value: Json
  try {
    value = load(readFileSync(file, 'utf8')) as Json
  } catch (error) {
    throw badPolicy(where, error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'the file is not YAML')
  }
  if (!isObject(value)) throw badPolicy(where, 'the file is not a map')
  const unknown = Object.keys(value).find((key) => !['coverage', 'blocked', 'overlays', 'accept-blocked'].includes(key))
  if (unknown !== undefined) throw badPolicy(where, `unknown key ${unknown}`)
  return {
    coverage: readCoverage(value['coverage'], where),
    blocked: readBlocked(value['blocked'], where),
    overlays: readOverlays(value['overlays'], where),
    ...readAcceptBlocked(value['accept-blocked'], where),
  }
}

function readCoverage(value: Json | undefined, where: string): Policy['coverage'] {
  if (value === undefined) return DEFAULT_POLICY.coverage
  if (!isObject(value)) throw badPolicy(where, '`coverage` is not a map of targets')
  for (const [target, share] of Object.entries(value)) {
    if (!Object.hasOwn(DEFAULT_POLICY.coverage, target))
      throw badPolicy(where, `\`coverage\` names an unknown target ${target}`)
    if (typeof share !== 'number' || share < 0 || share > 100)
      throw badPolicy(where, `coverage of ${target} is not a number from 0 to 100`)
  }
  return { ...DEFAULT_POLICY.coverage, ...value }
}

function readBlocked(value: Json | undefined, where: string): Policy['blocked'] {
  if (value === undefined || value === 'fail') return { kind: 'fail' }
  if (isObject(value) && typeof value['allow'] === 'string' && value['allow'].trim() !== '') {
    return { kind: 'allow', because: value['allow'] }
  }
  throw badPolicy(where, '`blocked` is neither `fail` nor `{ allow: <reason> }`')
}

function readOverlays(value: Json | undefined, where: string): Policy['overlays'] {
  if (value === undefined) return []
  if (isArray(value) && value.every((each) => typeof each === 'string')) return value
  throw badPolicy(where, '`overlays` is not a list of file names')
}

function readAcceptBlocked(value: Json | undefined, where: string): Pick<Policy, 'acceptBlocked'> {
  if (value === undefined) return {}
  if (!isArray(value)) throw badPolicy(where, '`accept-blocked` is not a list')
  const acceptBlocked = value.map((entry) => readEntry(entry, where))
  const roles = acceptBlocked.map(({ role }) => role)
  const twice = roles.find((role, index) => roles.indexOf(role) < index)
  if (twice !== undefined) throw badPolicy(where, `\`accept-blocked\` has two entries for the role ${twice}`)
  return { acceptBlocked }
}

function readEntry(entry: Json, where: string): AcceptBlocked {
  if (!isObject(entry) || Object.keys(entry).some((key) => !ENTRY_KEYS.includes(key)))
    throw badPolicy(where, 'each entry of `accept-blocked` has the keys role, reason, owner and expires')
  const text = (key: string): string => {
    const value = entry[key]
    if (typeof value === 'string' && value.trim() !== '') return value
    throw badPolicy(where, `\`${key}\` of an entry of \`accept-blocked\` is missing or empty`)
  }
  const [role, expires] = [text('role'), text('expires')]
  if (role === 'partner' || !ROLES.some((known) => known === role))
    throw badPolicy(where, `\`accept-blocked\` names an unknown role ${role}`)
  if (!isCalendarDay(expires))
    throw badPolicy(where, '`expires` of an entry of `accept-blocked` is not a date such as 2026-01-05')
  return { role, reason: text('reason'), owner: text('owner'), expires }
}

const ENTRY_KEYS = ['role', 'reason', 'owner', 'expires']

function badPolicy(where: string, what: string): ContractError {
  return new ContractError('bad-policy', {
    what,
    where,
    next:
      'write `coverage: { mock: 100, sandbox: 100 }` and `blocked: fail`; for roles without credentials ' +
      '`accept-blocked: [{ role: expired, reason: …, owner: …, expires: 2026-01-05 }]`',
  })
}

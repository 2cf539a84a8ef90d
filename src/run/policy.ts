import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parse } from 'yaml'
import { ContractError } from '../errors.ts'
import { isArray, isObject, type Json } from '../json.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** The settings of a `policy.yaml`. */
export interface Policy {
  /** Minimum share, in percent, of the reachable clauses that a run must exercise, by kind of target. */
  readonly coverage: Readonly<Record<TargetKind, number>>
  /** `fail`: a blocked clause blocks the run. `allow`: it does not, for the given reason. */
  readonly blocked: { readonly kind: 'fail' } | { readonly kind: 'allow'; readonly because: string }
  /**
   * Overlays that the document must be read with, as paths relative to the policy. A run without one of them would pass
   * because it checks less.
   */
  readonly overlays: readonly string[]
}

/** The policy if there is no `policy.yaml`: blocked clauses block the run, and there is no minimum coverage. */
export const DEFAULT_POLICY: Policy = {
  coverage: { mock: 0, sandbox: 0, live: 0 },
  blocked: { kind: 'fail' },
  overlays: [],
}

/** Returns the policy with the same minimum coverage for every target; unchanged if `percent` is undefined. */
export function withMinCoverage(policy: Policy, percent: number | undefined): Policy {
  return percent === undefined ? policy : { ...policy, coverage: { mock: percent, sandbox: percent, live: percent } }
}

/** Reads a policy; an absent file is the default policy. Throws `bad-policy`. */
export function readPolicy(file: string): Policy {
  if (!existsSync(file)) return DEFAULT_POLICY
  const where = relative(process.cwd(), file)
  let value: Json
  try {
    value = parse(readFileSync(file, 'utf8')) as Json
  } catch (error) {
    throw badPolicy(where, error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is not YAML')
  }
  if (!isObject(value)) throw badPolicy(where, 'it is not a map')
  const unknown = Object.keys(value).find((key) => !['coverage', 'blocked', 'overlays'].includes(key))
  if (unknown !== undefined) throw badPolicy(where, `unknown key ${unknown}`)
  return {
    coverage: readCoverage(value['coverage'], where),
    blocked: readBlocked(value['blocked'], where),
    overlays: readOverlays(value['overlays'], where),
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

function badPolicy(where: string, what: string): ContractError {
  return new ContractError('bad-policy', {
    what,
    where,
    next: 'write `coverage: { mock: 100, sandbox: 100 }` and `blocked: fail`, or `blocked: { allow: <reason> }`',
  })
}

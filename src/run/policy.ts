import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parse } from 'yaml'
import { ContractError } from '../errors.ts'
import { isArray, isObject, type Json } from '../json.ts'
import type { TargetKind } from '../operations/annotations.ts'

/** What an API's `policy.yaml` decides. */
export interface Policy {
  /** Least share of the reachable clauses that a run exercises, in percent. */
  readonly coverage: Readonly<Record<TargetKind, number>>
  /** Whether a blocked clause stops a merge. To let it pass needs a reason. */
  readonly blocked: { readonly kind: 'fail' } | { readonly kind: 'allow'; readonly because: string }
  /** Overlays that the document must be read with, relative to the policy: a lost one would make a run pass. */
  readonly overlays: readonly string[]
}

/** Without a policy nothing blocked passes, and coverage is told and not enforced. */
export const DEFAULT_POLICY: Policy = {
  coverage: { mock: 0, sandbox: 0, live: 0 },
  blocked: { kind: 'fail' },
  overlays: [],
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
  if (!isObject(value)) throw badPolicy(where, 'it is no map')
  const unknown = Object.keys(value).find((key) => !['coverage', 'blocked', 'overlays'].includes(key))
  if (unknown !== undefined) throw badPolicy(where, `it has an unknown member ${unknown}`)
  return {
    coverage: readCoverage(value['coverage'], where),
    blocked: readBlocked(value['blocked'], where),
    overlays: readOverlays(value['overlays'], where),
  }
}

function readCoverage(value: Json | undefined, where: string): Policy['coverage'] {
  if (value === undefined) return DEFAULT_POLICY.coverage
  if (!isObject(value)) throw badPolicy(where, 'coverage is no map of targets')
  for (const [target, share] of Object.entries(value)) {
    if (!Object.hasOwn(DEFAULT_POLICY.coverage, target))
      throw badPolicy(where, `coverage speaks of an unknown target ${target}`)
    if (typeof share !== 'number' || share < 0 || share > 100)
      throw badPolicy(where, `coverage of ${target} is no percentage`)
  }
  return { ...DEFAULT_POLICY.coverage, ...value }
}

function readBlocked(value: Json | undefined, where: string): Policy['blocked'] {
  if (value === undefined || value === 'fail') return { kind: 'fail' }
  if (isObject(value) && typeof value['allow'] === 'string' && value['allow'].trim() !== '') {
    return { kind: 'allow', because: value['allow'] }
  }
  throw badPolicy(where, 'blocked is neither `fail` nor `{ allow: <reason> }`')
}

function readOverlays(value: Json | undefined, where: string): Policy['overlays'] {
  if (value === undefined) return []
  if (isArray(value) && value.every((each) => typeof each === 'string')) return value
  throw badPolicy(where, 'overlays is not a list of file names')
}

function badPolicy(where: string, what: string): ContractError {
  return new ContractError('bad-policy', {
    what,
    where,
    next: 'write `coverage: { mock: 100, sandbox: 100 }` and `blocked: fail`, or `blocked: { allow: <reason> }`',
  })
}

import type { SecurityRequirement, SecurityScheme } from '../../operations/operation.ts'
import type { CompareOperation, FoundChange } from '../found.ts'
import type { ChangeRuleId } from '../rules.ts'

/** A security alternative: the kinds of credentials that it requires, with their scopes. */
interface Alternative {
  readonly requirement: SecurityRequirement | undefined
  readonly credentials: ReadonlyMap<string, readonly string[]>
}

/**
 * Compares security alternatives. Credentials that were sufficient before must still be sufficient. OpenAPI 3.1.1
 * §4.8.30.
 */
export const compareSecurity: CompareOperation = ({ base, head }) => {
  const [mine, theirs] = [alternativesOf(base.security), alternativesOf(head.security)]
  const places = (one?: Alternative, other?: Alternative) => ({
    part: 'security',
    base: one?.requirement?.address ?? base.address,
    head: other?.requirement?.address ?? head.address,
  })
  return [
    ...mine.flatMap((each): FoundChange[] => {
      if (theirs.some((other) => isEnough(each, other))) return []
      const nearest = theirs.find((other) => [...each.credentials.keys()].every((kind) => other.credentials.has(kind)))
      const [rule, what] = lost(each, nearest)
      return [{ ...places(each, nearest ?? theirs[0]), rule, what, key: printed(each) }]
    }),
    ...theirs.flatMap((each): FoundChange[] => {
      if (mine.some((other) => isEnough(each, other))) return []
      const isFewerScopes = mine.some((other) => sameKinds(other, each) && isEnough(other, each))
      const rule = isFewerScopes ? 'scope-removed' : 'security-alternative-added'
      const isNew = isFewerScopes || !mine.some((other) => !theirs.some((one) => isEnough(other, one)))
      return isNew ? [{ ...places(mine[0], each), rule, what: `${accepted(each)} now.`, key: printed(each) }] : []
    }),
  ]
}

function lost(each: Alternative, nearest: Alternative | undefined): [rule: ChangeRuleId, what: string] {
  if (each.credentials.size === 0)
    return ['anonymous-access-removed', 'Requests without credentials are no longer allowed.']
  if (nearest === undefined) return ['security-alternative-removed', `${printed(each)} is no longer accepted.`]
  const now = `${printed(nearest)} is required instead of ${printed(each)}.`
  return sameKinds(each, nearest) ? ['scope-added', now] : ['credential-added', now]
}

function alternativesOf(requirements: readonly SecurityRequirement[]): Alternative[] {
  if (requirements.length === 0) return [{ requirement: undefined, credentials: new Map() }]
  return requirements.map((requirement) => ({
    requirement,
    credentials: new Map(requirement.schemes.map((scheme) => [kindOf(scheme), scheme.scopes])),
  }))
}

/**
 * Returns a text that is equal for two schemes if they need the same type of credential at the same place, such as two
 * API keys in the same header. The names of the schemes do not matter.
 */
function kindOf({ type, in: place, parameter, scheme }: SecurityScheme): string {
  const name = place === 'header' ? parameter?.toLowerCase() : parameter
  return [type, place, name, scheme].filter((each) => each !== undefined).join(' ')
}

/** True if a caller that satisfies the alternative `held` also satisfies `needed`. */
function isEnough(held: Alternative, needed: Alternative): boolean {
  return [...needed.credentials].every(([kind, scopes]) => {
    const own = held.credentials.get(kind)
    return own !== undefined && scopes.every((scope) => own.includes(scope))
  })
}

function sameKinds(one: Alternative, other: Alternative): boolean {
  return (
    one.credentials.size === other.credentials.size &&
    [...one.credentials.keys()].every((kind) => other.credentials.has(kind))
  )
}

function accepted(each: Alternative): string {
  return each.credentials.size === 0
    ? 'Requests without credentials are accepted'
    : `${printed(each)} alone is accepted`
}

function printed({ credentials }: Alternative): string {
  if (credentials.size === 0) return 'No credential'
  return [...credentials].map(([kind, scopes]) => `\`${[kind, ...scopes].join(' ')}\``).join(' with ')
}

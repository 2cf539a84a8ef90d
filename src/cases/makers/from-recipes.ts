import { isDeepStrictEqual } from 'node:util'
import { clauseId } from '../../clauses/list-clauses.ts'
import type { Recipe, Role } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Case, Expectation } from '../case.ts'
import { cookieHeader, draft, sendOf, type Maker } from '../maker.ts'
import type { BaseRequest } from '../plan-context.ts'

const ID = 'recipe'

/** Every recipe of the document, once for each of its roles: how a documented status is reached. */
export const fromRecipes: Maker = {
  id: ID,
  title: 'the recipes by which a documented status is reached',
  make(operation, base, context) {
    if (!context.shows.state || !context.hasStates) return []
    return operation.recipes.flatMap((recipe) => recipe.as.map((role) => fromRecipe(operation, base, recipe, role)))
  },
}

function fromRecipe(operation: Operation, base: BaseRequest, recipe: Recipe, role: Role): Case {
  const { id, status, given, send, then, accept, source } = recipe
  const as = role === 'partner' ? '' : ` to ${role}`
  const response = operation.responses.find((each) => each.status === status)
  const expect: Expectation = { kind: 'status', status, accept, then }
  return draft(ID, operation, base, {
    name: `${status}/${id}${recipe.as.length > 1 || role !== 'partner' ? `/${role}` : ''}`,
    title: `answers ${status}${as}: ${id.replaceAll('-', ' ')}`,
    ...(given === undefined ? {} : { given }),
    as: role,
    ...(isOpenedBefore(base, recipe, role) ? { first: sendOf(base), firstAs: 'partner' } : {}),
    verbatim: false,
    send: {
      ...send,
      query: { ...base.query, ...send.query },
      headers: { ...base.headers, ...cookieHeader(base), ...send.headers },
      ...(send.contentType === undefined && base.contentType !== undefined ? { contentType: base.contentType } : {}),
    },
    expect,
    ...(source === undefined ? {} : { source }),
    proves: response === undefined ? [] : [clauseId(operation, response.pointer)],
  })
}

/** What the partner was just allowed must not be remembered for others. */
function isOpenedBefore(base: BaseRequest, { status, given }: Recipe, role: Role): boolean {
  return role === 'stranger' && status.startsWith('4') && isDeepStrictEqual(given, base.given)
}

import { describe, expect, test } from 'vitest'
import { anivaRecipes, createAnivaClient } from '../../../generated/aniva/index.ts'
import { createLobbieClient, lobbieRecipes, type UpdateAppointmentPath } from '../../../generated/lobbie/index.ts'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { readDocument } from '../../../src/document/read-document.ts'
import type { Recipe, Role } from '../../../src/operations/annotations.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { prepareRecipe } from '../../../src/targets/recipe.ts'
import { shippedDocument } from '../../../src/targets/shipped-document.ts'

const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
const baseUrl = 'http://sandbox.invalid'
const whoever = { clientId: 'whoever', clientSecret: 'whatever' }

function everyRecipe(api: string): readonly (readonly [title: string, recipe: Recipe, as: Role])[] {
  return listOperations(readDocument(shippedDocument(api))).flatMap((operation) =>
    operation.recipes.flatMap((recipe) =>
      recipe.as.map((as) => [`${recipe.status} ${recipe.id} as ${as}`, recipe, as] as const),
    ),
  )
}

/** Recipes that no client of ours sends: they break the schema, to show what is looked at first. */
const UNSENT = [
  'bad-body-for-a-closed-appointment',
  'bad-body-for-no-such-appointment',
  'bad-body-for-a-cancelled-appointment',
  'no-key-and-no-good-id',
]
const isRefused = (error: unknown): boolean => error instanceof Error && error.name === 'RequestRefused'

describe('every recipe of Lobbie is answered with its status', () => {
  test.each(everyRecipe('lobbie'))('%s', async (_title, { id, status }, as) => {
    const wanted = id as keyof typeof lobbieRecipes.statuses
    const prepared = await prepareRecipe(sandbox, lobbieRecipes, wanted, { as, caseId: `${id} ${as}` })
    const { path, body, fetch } = prepared
    expect(prepared).toMatchObject({ id, status: Number(status), as })
    const lobbie = createLobbieClient({ baseUrl, credentials: whoever, fetch })
    const answered = await lobbie.updateAppointment(path, body).then((answer) => answer.status, isRefused)
    if (!UNSENT.includes(id)) return expect(answered).toBe(prepared.status)
    expect(answered).toBe(true)
    expect(await plainly('PUT', lobbieUrl(path), prepared)).toBe(prepared.status)
  })
})

describe('every recipe of Aniva is answered with its status', () => {
  test.each(everyRecipe('aniva'))('%s', async (_title, { id, status }, as) => {
    const wanted = id as keyof typeof anivaRecipes.statuses
    const prepared = await prepareRecipe(sandbox, anivaRecipes, wanted, { as, caseId: `${id} ${as}` })
    expect(prepared).toMatchObject({ id, status: Number(status), as })
    const { path, body, fetch } = prepared
    const aniva = createAnivaClient({ baseUrl, credentials: { apiKey: 'whatever' }, fetch })
    const answered = await aniva.updateAppointment(path, body).then((answer) => answer.status, isRefused)
    if (!UNSENT.includes(id)) return expect(answered).toBe(prepared.status)
    expect(answered).toBe(true)
    expect(await plainly('PATCH', `${baseUrl}/api/v1/appointments/${path.id}`, prepared)).toBe(prepared.status)
  })
})

describe('a recipe', () => {
  test('is named by a status too: the first that reaches it', async () => {
    const taken = await prepareRecipe(sandbox, lobbieRecipes, 409)
    expect(taken).toMatchObject({ id: 'taken-slot', status: 409, as: 'partner' })
  })

  test('types its status, its path and its body', async () => {
    const taken = await prepareRecipe(sandbox, lobbieRecipes, 'taken-slot')
    const status: 409 = taken.status
    const path: UpdateAppointmentPath = taken.path
    // @ts-expect-error no such recipe
    const nobody = prepareRecipe(sandbox, lobbieRecipes, 'no-such-recipe')
    // @ts-expect-error no recipe reaches it
    const teapot = prepareRecipe(sandbox, lobbieRecipes, 418)
    expect({ status, id: path.appointmentId }).toEqual({ status: 409, id: path.appointmentId })
    await expect(nobody).rejects.toThrow(/There is no such case: no recipe no-such-recipe\n.*\n.*taken-slot \(409\)/)
    await expect(teapot).rejects.toThrow(/no recipe 418/)
  })

  test('lets its appointment be looked at: a refused update leaves it as it was', async () => {
    const taken = await prepareRecipe(sandbox, lobbieRecipes, 'taken-slot')
    const before = taken.observe()
    await plainly('PUT', lobbieUrl(taken.path), taken)
    expect(taken.observe()).toEqual(before)
  })

  test('is not sent as somebody whom it does not know', async () => {
    const refused = prepareRecipe(sandbox, lobbieRecipes, 'taken-slot', { as: 'nobody' })
    await expect(refused).rejects.toThrow(/taken-slot as nobody\n.*it is sent as partner/)
  })

  test('has an id and a status in the generated code as in the document', () => {
    for (const [api, { statuses }] of [['lobbie', lobbieRecipes] as const, ['aniva', anivaRecipes] as const]) {
      const documented = new Map(everyRecipe(api).map(([, { id, status }]) => [id, Number(status)]))
      expect(statuses).toEqual(Object.fromEntries(documented))
    }
  })
})

function lobbieUrl({ accountId, locationId, appointmentId }: UpdateAppointmentPath): string {
  return `${baseUrl}/partner/v2/account/${accountId}/location/${locationId}/appointment/${appointmentId}`
}

async function plainly(
  method: string,
  url: string,
  { fetch, body }: { fetch: typeof sandbox.fetch; body: unknown },
): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer whatever' }
  return (await fetch(url, { method, headers, body: JSON.stringify(body) })).status
}

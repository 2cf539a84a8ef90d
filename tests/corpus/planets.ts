import { readDocument } from '../../src/document/read-document.ts'
import { isObject, parseJson, type JsonObject } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { compileSchema } from '../../src/schemas/check-value.ts'
import { GALAXY } from './documents.ts'
import type { Answers } from './serve.ts'

/**
 * Responds like a correct server of the planets in Scalar's example document. The token is `let-me-in`. `shown` changes
 * a planet that the server returns.
 */
export function planets(shown: (planet: JsonObject) => JsonObject = (planet) => planet): Answers {
  const schema = listOperations(readDocument(GALAXY)).find(({ id }) => id === 'createPlanet')?.requestBody?.content[0]
    ?.schema
  const stored = new Map<number, JsonObject>([[1, { id: 1, name: 'Mars', description: 'The red planet' }]])
  const refused = (status: number) =>
    [status, { type: 'https://example.com/refused', title: 'Refused', status }] as const
  let last = 1
  return ({ method = '', headers }, { pathname, searchParams }, text) => {
    const key = pathname.split('/')[2]
    const planet = stored.get(Number(key))
    if (key === undefined && method === 'GET') {
      const [limit, offset] = [Number(searchParams.get('limit') ?? 10), Number(searchParams.get('offset') ?? 0)]
      if (![limit, offset].every((each) => Number.isSafeInteger(each))) return refused(400)
      const meta = { limit, offset, total: stored.size, next: null }
      return [200, { data: [...stored.values()].slice(offset, offset + limit).map(shown), meta }]
    }
    if (key === undefined ? method !== 'POST' : !['GET', 'PUT', 'DELETE'].includes(method)) return [405]
    if (method !== 'GET' && headers.authorization !== 'Bearer let-me-in') return refused(403)
    if (key !== undefined && planet === undefined) return method === 'DELETE' ? [404] : refused(404)
    if (method === 'GET' && planet !== undefined) return [200, shown(planet)]
    if (method === 'DELETE') return [stored.delete(Number(key)) ? 204 : 404]
    const body = headers['content-type'] === 'application/json' ? parseJson(text) : undefined
    if (schema === undefined || !isObject(body) || !compileSchema(schema).isValid(body, 'request')) return refused(400)
    const { creator, ...others } = body
    const id = Number(planet?.['id'] ?? ++last)
    // The server stores a password but never returns it, because the password is write-only.
    const { password: _secret, ...user } = isObject(creator) ? creator : {}
    const made = { ...others, ...(creator === undefined ? {} : { creator: user }), id }
    stored.set(id, made)
    return [method === 'POST' ? 201 : 200, shown(made)]
  }
}

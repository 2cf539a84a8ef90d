import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

/** A pet as the server stores it. */
export type Pet = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string }

/** A request as the server received it. */
export interface PetRequest {
  readonly method: string
  readonly path: string
  /** The JSON body. Undefined if the content type or the body is not JSON. */
  readonly body: unknown
  readonly authorization?: string | undefined
}

/** A response: status, body and headers. If the body is undefined, the response has no body. */
export type PetAnswer = readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>]

/** The stored pets, and the answer that a correct server gives. */
export interface PetState {
  readonly pets: Map<string, Pet>
  answer(request: PetRequest): PetAnswer
}

/** A server that stores pets. */
export interface PetsServer extends TestServer {
  readonly pets: ReadonlyMap<string, Pet>
  /** Every request, in the order of arrival. */
  readonly requests: readonly PetRequest[]
}

/** The pets that the server has at the start. The gate did not make them. */
export const OLD_PETS: readonly Pet[] = [
  { id: 'old-1', name: 'Rex', age: 3 },
  { id: 'old-2', name: 'Ada', age: 5 },
]

/**
 * Starts a server that stores pets under `/pets` and conforms to `petsDocument()`. If `change` returns a response, the
 * server sends this response instead of the correct one.
 */
export async function openPets(
  change: (request: PetRequest, state: PetState) => PetAnswer | undefined = () => undefined,
): Promise<PetsServer> {
  const pets = new Map(OLD_PETS.map((pet) => [pet.id, pet]))
  const requests: PetRequest[] = []
  let next = 1
  const answer = ({ method, path, body }: PetRequest): PetAnswer => {
    const [, collection, id, ...rest] = path.split('?')[0]?.split('/') ?? []
    if (collection !== 'pets' || rest.length > 0) return [404, { error: 'no such path' }]
    if (id === undefined) {
      if (method === 'GET') return [200, [...pets.values()]]
      if (method !== 'POST') return [405, { error: 'no such method' }, { allow: 'GET, POST' }]
      if (!isPet(body)) return [400, { error: 'this is no pet' }]
      if ([...pets.values()].some(({ name }) => name === body.name)) return [409, { error: 'the name is taken' }]
      const pet = { ...body, id: `new-${next++}` }
      pets.set(pet.id, pet)
      return [201, pet]
    }
    const pet = pets.get(decodeURIComponent(id))
    if (!['GET', 'PUT', 'PATCH', 'DELETE'].includes(method))
      return [405, { error: 'no such method' }, { allow: 'GET, PUT, PATCH, DELETE' }]
    if (pet === undefined) return [404, { error: 'no such pet' }]
    if (method === 'DELETE') return pets.delete(pet.id) ? [204] : [404]
    if (method === 'GET') return [200, pet]
    const changed = { ...(method === 'PATCH' ? pet : {}), ...(body as object), id: pet.id }
    if (!isPet(changed) || !isObject(body)) return [400, { error: 'this is no pet' }]
    pets.set(pet.id, changed)
    return [200, changed]
  }
  const server = await listenHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '' } = request
      const isJson = /^application\/(json-patch\+)?json$/.test(request.headers['content-type'] ?? '')
      const { authorization } = request.headers
      const each = {
        method,
        path: url,
        authorization,
        body: isJson ? parsed(Buffer.concat(chunks).toString()) : undefined,
      }
      requests.push(each)
      const [status, body, headers = {}] = change(each, { pets, answer }) ?? answer(each)
      const type = body === undefined ? {} : { 'content-type': 'application/json' }
      response.writeHead(status, { ...type, ...headers }).end(body === undefined ? undefined : JSON.stringify(body))
    })
  })
  return { ...server, pets, requests }
}

function isPet(body: unknown): body is Pet {
  if (!isObject(body)) return false
  const { name, age, id: _id, ...others } = body
  const isAge = age === undefined || (Number.isInteger(age) && (age as number) >= 0 && (age as number) <= 40)
  return typeof name === 'string' && name.length > 0 && name.length <= 60 && isAge && Object.keys(others).length === 0
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Changes of the document. `collection` and `item` replace operations of `/pets` and `/pets/{petId}`. The value null
 * removes an operation.
 */
export interface PetsDocumentChanges {
  readonly collection?: Readonly<Record<string, unknown>>
  readonly item?: Readonly<Record<string, unknown>>
  /** Further paths. */
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** True if every operation needs a bearer token. */
  readonly isSecured?: boolean
}

/** Returns an OpenAPI document of pets, as JSON text. */
export function petsDocument({
  collection = {},
  item = {},
  paths: more = {},
  isSecured = false,
}: PetsDocumentChanges = {}): string {
  const json = (schema: unknown) => ({ content: { 'application/json': { schema } } })
  const ok = (schema: unknown) => ({ description: 'ok', ...json(schema) })
  const pet = { $ref: '#/components/schemas/Pet' }
  const refused = { description: 'refused', ...json({ $ref: '#/components/schemas/Error' }) }
  const body = (schema: unknown) => ({ required: true, ...json(schema) })
  const properties = {
    name: { type: 'string', minLength: 1, maxLength: 60 },
    age: { type: 'integer', minimum: 0, maximum: 40 },
  }
  const given = (required: readonly string[]) => ({ type: 'object', additionalProperties: false, required, properties })
  const onItem = { '400': refused, '404': refused }
  const paths = {
    '/pets': {
      get: { operationId: 'listPets', responses: { '200': ok({ type: 'array', items: pet }) } },
      post: {
        operationId: 'addPet',
        requestBody: body(given(['name'])),
        responses: { '201': ok(pet), '400': refused, '409': refused },
      },
      ...collection,
    },
    '/pets/{petId}': {
      parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string', maxLength: 20 } }],
      get: { operationId: 'getPet', responses: { '200': ok(pet), ...onItem } },
      put: {
        operationId: 'replacePet',
        requestBody: body(given(['name'])),
        responses: { '200': ok(pet), ...onItem },
      },
      patch: { operationId: 'changePet', requestBody: body(given([])), responses: { '200': ok(pet), ...onItem } },
      delete: { operationId: 'deletePet', responses: { '204': { description: 'gone' }, '404': refused } },
      ...item,
    },
    ...more,
  }
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1.0.0' },
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, of]) => [
        path,
        Object.fromEntries(Object.entries(of).filter(([, operation]) => operation !== null)),
      ]),
    ),
    ...(isSecured ? { security: [{ bearer: [] }] } : {}),
    components: {
      ...(isSecured ? { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } } : {}),
      schemas: {
        Pet: {
          type: 'object',
          required: ['id', 'name'],
          properties: { id: { type: 'string', readOnly: true }, ...properties },
        },
        Error: { type: 'object', required: ['error'], properties: { error: { type: 'string' } } },
      },
    },
  })
}

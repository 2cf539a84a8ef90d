import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinRequest, type RequestParts } from '../../../src/client/openapi-fetch.ts'
import { joinRequest as joinWithoutPackage } from '../../../src/generate/parts/join-request.ts'

const segment = fc.stringMatching(/^[\w%.~-]{1,6}$/)
const baseUrls = fc.constantFrom(
  'http://api.example',
  'http://api.example/',
  'https://api.example/v1',
  'https://api.example/v1/',
)
const parts: fc.Arbitrary<RequestParts> = fc.record(
  {
    method: fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'),
    path: fc.constantFrom('/orders', '/orders/{id}', '/orders/{id}/{part}.{id}', '/{unknown}'),
    inPath: fc.tuple(segment, segment).map(([id, part]) => new Map([...Object.entries({ id, part })])),
    query: fc.constantFrom('', 'page=1', 'tag=a&tag=b%20c', 'where[city]=X'),
    // Both choices have a Content-Type, because every request with a body has one.
    headers: fc.constantFrom({ 'content-type': 'text/plain' }, { 'content-type': 'application/json', cookie: 'a=b' }),
    body: fc.constantFrom('', '{"note":null}', 'ä'),
  },
  { requiredKeys: ['method', 'path', 'inPath', 'query', 'headers'] },
)

test('code that is generated with --standalone builds the same request as openapi-fetch', async () => {
  await fc.assert(
    fc.asyncProperty(baseUrls, parts, async (baseUrl, each) => {
      expect(await joinWithoutPackage(baseUrl, each)).toEqual(await joinRequest(baseUrl, each))
    }),
  )
})

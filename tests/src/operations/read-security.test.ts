import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import type { SecurityRequirement } from '../../../src/operations/operation.ts'

const SCHEMES = `components:
  securitySchemes:
    Key: { type: apiKey, in: header, name: X-Api-Key }
    Bearer: { type: http, scheme: Bearer }
    Token: { $ref: '#/components/securitySchemes/OAuth' }
    OAuth: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: Read } } } }
`

function securityOf(operation: string, root = ''): readonly SecurityRequirement[] {
  const text = `openapi: 3.1.0\n${root}paths: { /a: { get: { ${operation} } } }\n${SCHEMES}`
  return listOperations(documentFromText(text))[0]?.security ?? []
}

function named(requirements: readonly SecurityRequirement[]): (readonly string[])[] {
  return requirements.map(({ schemes }) => schemes.map(({ name }) => name))
}

test('an operation inherits the security of its document', () => {
  expect(named(securityOf('', 'security: [{ Key: [] }]\n'))).toEqual([['Key']])
})

test('the `security` of an operation overrides the `security` of its document, even if it is an empty list', () => {
  expect(named(securityOf('security: [{ Bearer: [] }]', 'security: [{ Key: [] }]\n'))).toEqual([['Bearer']])
  expect(securityOf('security: []', 'security: [{ Key: [] }]\n')).toEqual([])
})

test('an operation may have alternative requirements, combined schemes and a requirement without schemes', () => {
  const security = securityOf('security: [{ Key: [], Bearer: [] }, { OAuth: [read] }, {}]')
  expect(named(security)).toEqual([['Key', 'Bearer'], ['OAuth'], []])
  expect(security.map(({ pointer }) => pointer)).toEqual(['/security/Key+Bearer', '/security/OAuth', '/security/none'])
})

test('a security scheme is read with the location of its credential (such as a header), its token URL and its scopes', () => {
  const [[key] = [], [bearer] = [], [token] = []] = securityOf(
    'security: [{ Key: [] }, { Bearer: [] }, { Token: [read] }]',
  ).map(({ schemes }) => schemes)
  expect(key).toMatchObject({ type: 'apiKey', in: 'header', parameter: 'X-Api-Key', scopes: [] })
  expect(bearer).toMatchObject({ type: 'http', scheme: 'bearer' })
  expect(token).toMatchObject({ name: 'Token', type: 'oauth2', tokenUrl: '/token', scopes: ['read'] })
})

test('an alternative with an undefined scheme is left out, and does not count as access without credentials', () => {
  expect(named(securityOf('security: [{ Key: [] }, { key: [] }, { Key: [], Other: [] }]'))).toEqual([['Key']])
})

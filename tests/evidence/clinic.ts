import { documentFromText } from '../../src/document/read-document.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import type { Operation } from '../../src/operations/operation.ts'

/**
 * A document with places for each kind of confidential data: a map whose keys are names of people, an enum, headers, a
 * query and provider states.
 */
export const CLINIC = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Clinic, version: 1.0.0 }
x-states:
  visit:
    with: { type: object, properties: { open: { type: boolean, default: true } } }
    gives: { properties: { path: { required: [clinic, id] }, given: { required: [greeting, zone] } } }
paths:
  /clinics/{clinic}/visits/{id}:
    patch:
      operationId: updateVisit
      x-source: seed
      x-update: partial
      x-scenarios:
        '200':
          - id: base
            given: { state: visit }
            send: { query: { search: { $state: /given/search } }, body: { note: { $state: /given/greeting } } }
            then: { body: { /note: { $state: /given/greeting } }, headers: { X-Revision: '7' } }
          - { id: kind-home, given: { state: visit }, send: { body: { kind: home } } }
          - { id: kind-clinic, given: { state: visit }, send: { body: { kind: clinic } } }
        '401': [{ id: no-credentials, as: [anonymous, malformed, unknown], send: { body: { note: hello } } }]
        '409': [{ id: closed, given: { state: visit, with: { open: false } }, send: { body: { note: late } } }]
      parameters:
        - { name: clinic, in: path, required: true, schema: { type: string } }
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: search, in: query, schema: { type: string } }
      security: [{ key: [] }]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              additionalProperties: false
              minProperties: 1
              properties:
                note: { type: [string, 'null'] }
                kind: { enum: [home, clinic] }
      responses:
        '200':
          description: the visit
          headers:
            X-Revision: { required: true, schema: { type: integer } }
          x-invariants:
            - { id: echo, rule: 'self.id == request.path.id', message: the answer is about the visit in the path }
            - { id: local, rule: 'timestamp(self.due).getHours(given.zone) == 9', message: it is due at nine }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Visit' }
        '400': { $ref: '#/components/responses/Refused' }
        '401': { $ref: '#/components/responses/Refused' }
        '409': { $ref: '#/components/responses/Refused' }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  responses:
    Refused:
      description: refused
      content:
        application/json:
          schema:
            type: object
            required: [error]
            properties:
              error: { type: string }
              code: { enum: [REFUSED, CLOSED] }
              closed: { type: object, additionalProperties: false, properties: { since: { type: string } } }
  schemas:
    Visit:
      type: object
      required: [id, due, note, kind, people]
      properties:
        id: { type: integer }
        due: { type: string, format: date-time }
        note: { type: [string, 'null'] }
        kind: { enum: [home, clinic] }
        people:
          type: object
          additionalProperties: { type: object, required: [age], properties: { age: { type: integer } } }
`

/** Returns the only operation of `CLINIC`. */
export function clinicOperation(): Operation {
  const [operation] = listOperations(documentFromText(CLINIC, 'clinic.yaml'))
  if (operation === undefined) throw new Error('the document has no operation')
  return operation
}

/**
 * Returns the code of a setup module for the server at `url`. `spoil` has JavaScript code that runs at the start of the
 * module (`load`), or at the start of one of its functions.
 */
export function setupModule(
  url: string,
  spoil: Partial<Record<'load' | 'establish' | 'observe' | 'release', string>>,
): string {
  return `
${spoil.load ?? ''}
export async function establish({ state, with: options, caseId }) {
  ${spoil.establish ?? ''}
  const answer = await fetch('${url}/__seed', { method: 'POST', body: JSON.stringify(options) })
  const { path, values, given, credentials } = await answer.json()
  const seen = '${url}/__seed/' + path.id
  return {
    path, values, given, credentials,
    observe: async () => { ${spoil.observe ?? ''}; return (await fetch(seen)).json() },
    release: async () => { ${spoil.release ?? ''}; await fetch(seen, { method: 'DELETE' }) },
  }
}
`
}

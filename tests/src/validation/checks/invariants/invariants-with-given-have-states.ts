import { type CheckExample } from '../../list-findings.ts'

const document = (rule: string): string => `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Rooms, version: '1', description: Rooms of a house. }
servers: [{ url: https://rooms.test }]
security: []
paths:
  /rooms:
    get:
      operationId: listRooms
      summary: List rooms
      responses:
        '200':
          description: All rooms.
          x-source: assumed
          x-invariants:
            - id: as-many-as-given
              rule: '${rule}'
              message: every room is listed
          content: { application/json: { schema: { type: array, items: { type: string } } } }
`

export const invariantsWithGivenHaveStates: readonly CheckExample[] = [
  { title: 'accepts a rule that reads only the response', text: document('self.size() > 0'), findings: [] },
  {
    title: 'reports a rule that reads `given` in a document without x-states',
    text: document('self.size() == given.count'),
    findings: ["error invariants_with_given_have_states: rule: 'self.size() == given.count'"],
  },
]

import { expect, test } from 'vitest'
import type { Case } from '../../../../src/cases/case.ts'
import { documentFromText } from '../../../../src/document/read-document.ts'
import type { Execution } from '../../../../src/evidence/execution.ts'
import type { Json } from '../../../../src/json.ts'
import { listOperations } from '../../../../src/operations/list-operations.ts'
import { completions } from '../../../../src/run/complete/completions.ts'

const schema = { type: 'object', required: ['roomId'], properties: { roomId: { type: 'integer' } } }
const document = {
  openapi: '3.1.0',
  info: { title: 'Bookings', version: '1' },
  paths: {
    '/bookings': {
      post: {
        requestBody: { content: { 'application/json': { schema } } },
        responses: { '201': { description: 'ok' } },
      },
    },
  },
}
const [operation] = listOperations(documentFromText(JSON.stringify(document), 'bookings.json'))

function caseOf(body: Json, kind: 'accepted' | 'refused'): Case {
  return { path: 'addBooking/explore/0', operation, as: 'partner', send: { body }, expect: { kind } } as unknown as Case
}

/**
 * Returns a function that records each sent body and refuses it. Each refusal requires one more undocumented property.
 */
function refusing() {
  const sent: Json[] = []
  const send = (aCase: Case): Promise<Execution> => {
    sent.push(aCase.send.body ?? null)
    const errors = { [`${'abcdefghijkl'[sent.length % 12]}field`]: ['is required'] }
    const answer = {
      status: 422,
      headers: [['content-type', 'application/json']],
      body: Buffer.from(JSON.stringify({ errors })),
    }
    return Promise.resolve({ case: aCase, exchange: { answer } } as unknown as Execution)
  }
  return { sent, send }
}

test('the invalid id in the body of a negative case is not replaced by the id of a created object', async () => {
  const { sent, send } = refusing()
  const applied = (aCase: Case): Case => ({ ...aCase, send: { body: { roomId: 7 } } })
  await completions('u', { applied }).execute(caseOf({ roomId: null }, 'refused'), send)
  expect(sent).toEqual([{ roomId: null }])
})

test('bodies of an operation are no longer completed after three cases whose completed body was refused as well', async () => {
  const { sent, send } = refusing()
  const { execute } = completions('u', { applied: (aCase) => aCase })
  for (let count = 0; count < 4; count += 1) await execute(caseOf({ roomId: 1 }, 'accepted'), send)
  expect(sent).toHaveLength(3 * 4 + 1)
})

/**
 * Returns a function `send` and the list of sent bodies. If `accepts` is true for a body, `send` answers with 201,
 * otherwise with `status` and the text `error`.
 */
function taken(status: number, error: string, accepts: (body: Record<string, Json>) => boolean) {
  const sent: Record<string, Json>[] = []
  const send = (aCase: Case): Promise<Execution> => {
    const body = aCase.send.body as Record<string, Json>
    sent.push(body)
    const isAccepted = accepts(body)
    const answer = {
      status: isAccepted ? 201 : status,
      headers: [['content-type', 'application/json']],
      body: Buffer.from(JSON.stringify(isAccepted ? {} : { error })),
    }
    return Promise.resolve({ case: aCase, exchange: { answer } } as unknown as Execution)
  }
  return { sent, send }
}

const [guest] = listOperations(
  documentFromText(
    JSON.stringify({
      ...document,
      paths: {
        '/guests': {
          post: {
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    properties: {
                      name: { type: 'string' },
                      badge: { type: 'string' },
                      usernames: { type: 'array', items: { type: 'string' } },
                    },
                  },
                },
              },
            },
            responses: { '201': { description: 'ok' } },
          },
        },
      },
    }),
    'guests.json',
  ),
)

test.each<[string, number, string, Record<string, Json>, (body: Record<string, Json>) => boolean]>([
  ['the server says with 409 that a name is taken', 409, 'no', { name: 'a' }, ({ name }) => name !== 'a'],
  [
    'the server says with 422 and a text that a name is taken',
    422,
    'this guest already exists',
    { name: 'a' },
    ({ name }) => name !== 'a',
  ],
  [
    'the sent list of names contains a taken name',
    409,
    'no',
    { usernames: ['a'] },
    ({ usernames }) => !/"a"/.test(JSON.stringify(usernames)),
  ],
  ['a text other than the name must be unique', 409, 'no', { name: 'a', badge: 'b' }, ({ badge }) => badge !== 'b'],
])('the case is repeated with new values if %s', async (_what, status, error, body, accepts) => {
  const { send } = taken(status, error, accepts)
  const aCase = { ...caseOf(body, 'accepted'), operation: guest } as Case
  const { exchange } = await completions('u', { applied: (each) => each }).execute(aCase, send)
  expect(exchange?.answer).toMatchObject({ status: 201 })
})

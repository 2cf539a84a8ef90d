import { Buffer } from 'node:buffer'
import { documentFromText } from '../../src/document/read-document.ts'
import { isObject, type Json, type JsonObject } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { compileSchema } from '../../src/schemas/check-value.ts'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'

/**
 * The document of a notes server. A fault of this server shows only if a request has a certain combination of fields,
 * so only random cases can find the fault.
 */
export const NOTES = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Notes, version: 1.0.0 }
paths:
  /notes:
    post:
      operationId: addNote
      parameters:
        - { name: urgent, in: query, schema: { type: boolean } }
        - { name: X-Room, in: header, schema: { type: integer, minimum: 1, maximum: 40 } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              additionalProperties: false
              required: [text]
              properties:
                text: { type: string }
                count: { type: integer, minimum: 0, maximum: 1000 }
                size: { enum: [small, large] }
            examples:
              short: { value: { text: short } }
      responses:
        '200':
          description: the note
          content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
        '400':
          description: refused
          content: { application/json: { schema: { type: object, required: [error], properties: { error: { type: string } } } } }
`

/** A request as the server received it. */
export interface Asked {
  readonly line: string
  readonly room: string | undefined
  readonly body: Json | undefined
}

/** A server that records its requests. */
export interface NotesServer extends TestServer {
  readonly asked: readonly Asked[]
}

type Answer = readonly [status: number, body: Json]

/**
 * Starts a server that conforms to `NOTES`. If `fault` returns an answer for a request, the server sends that answer.
 */
export async function openNotes(
  fault: (body: JsonObject, asked: Asked) => Answer | undefined = () => undefined,
): Promise<NotesServer> {
  const asked: Asked[] = []
  const schema = listOperations(documentFromText(NOTES, 'notes.yaml'))[0]?.requestBody?.content[0]?.schema
  if (schema === undefined) throw new Error('the document has no body')
  const bodies = compileSchema(schema)
  const answerTo = (each: Asked, isJson: boolean): Answer => {
    const query = new URLSearchParams(each.line.split('?')[1] ?? '')
    const room = each.room === undefined ? 1 : /^\d+$/.test(each.room) ? Number(each.room) : 0
    const isRead = /^(true|false)$/.test(query.get('urgent') ?? 'true') && room >= 1 && room <= 40
    const own = isObject(each.body) ? fault(each.body, each) : undefined
    if (own !== undefined) return own
    const isKept = isJson && isRead && each.body !== undefined && bodies.isValid(each.body, 'request')
    return isKept ? [200, { id: 7 }] : [400, { error: 'no' }]
  }
  const server = await listenHttp((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const each = { line: `${method} ${url}`, room: headers['x-room'] as string | undefined, body: jsonOf(chunks) }
      asked.push(each)
      const [status, body] =
        method === 'POST' ? answerTo(each, headers['content-type'] === 'application/json') : [405, { error: 'no' }]
      response.writeHead(status, { 'content-type': 'application/json', allow: 'POST' }).end(JSON.stringify(body))
    })
  })
  return { ...server, asked }
}

function jsonOf(chunks: readonly Buffer[]): Json | undefined {
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as Json
  } catch {
    return undefined
  }
}

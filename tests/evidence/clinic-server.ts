import type { IncomingMessage } from 'node:http'
import type { Json, JsonObject } from '../../src/json.ts'
import { compileSchema } from '../../src/schemas/check-value.ts'
import { listenHttp, type TestServer } from '../src/exchanges/servers.ts'
import type { Canaries } from './canaries.ts'
import { clinicOperation } from './clinic.ts'

/** A correct response of the clinic, which a fault may change. */
export interface ClinicResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json | string
}

/** The input of a fault: the request and the stored data. The fault may change the stored data. */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly key: string | undefined
  readonly sent: JsonObject
  readonly before: JsonObject
  /** The stored visit. A fault may change it. */
  readonly visit: JsonObject & Record<string, Json>
  /** Another stored visit. No request may change it. */
  readonly neighbour: Record<string, Json>
}

/** Changes a response of the clinic. */
export type ResponseFault = (response: ClinicResponse, asked: Asked) => ClinicResponse

interface Stored {
  readonly open: boolean
  readonly visit: Record<string, Json>
  readonly neighbour: Record<string, Json>
}

/**
 * Starts the server of an invented clinic. Its stored data are canaries (see canaries.ts). Without a fault, the server
 * conforms to its document.
 */
export async function openClinic(
  canaries: Canaries,
  fault: ResponseFault = (response) => response,
): Promise<TestServer> {
  const stored = new Map<string, Stored>()
  const key = canaries.word('key of the partner')
  const schema = clinicOperation().requestBody?.content[0]?.schema
  const isValid = (body: Json): boolean =>
    schema === undefined || compileSchema(schema).check(body, 'request').length === 0

  const seed = (open: boolean): JsonObject => {
    const id = canaries.number('id of a visit', stored.size + 1)
    const visit = visitOf(id, canaries)
    stored.set(String(id), { open, visit, neighbour: { ...visit, id: 5 } })
    return {
      path: { clinic: canaries.word('clinic of a state'), id },
      values: { note: [canaries.text('value of a state')] },
      given: { greeting: canaries.text('greeting of a state'), search: canaries.text('query of a state'), zone: 'UTC' },
      credentials: {
        partner: { type: 'apiKey', value: key },
        unknown: { type: 'apiKey', value: canaries.word('key that was never issued') },
      },
    }
  }

  const update = (request: IncomingMessage, text: string): ClinicResponse => {
    const { url = '', headers, method = '' } = request
    const refused = (status: number, error: string, code: string): ClinicResponse => ({
      status,
      headers: headersOf(canaries),
      body: { error, code, hint: canaries.text('hint of an error') },
    })
    const [, id = ''] = /\/visits\/([^/?]*)/.exec(url) ?? []
    const sent = jsonOf(text)
    const there = stored.get(id)
    const decide = (): ClinicResponse => {
      if (method !== 'PATCH')
        return { ...refused(405, 'no', 'REFUSED'), headers: { ...headersOf(canaries), allow: 'PATCH' } }
      if (headers['x-key'] !== key) return refused(401, canaries.text('error of an unauthorized request'), 'REFUSED')
      const isJson = headers['content-type'] === 'application/json'
      if (there === undefined || !isJson || sent === undefined || !isValid(sent)) {
        return refused(400, canaries.text('error of a refusal'), 'REFUSED')
      }
      if (!there.open) return refused(409, canaries.text('error of a conflict'), 'CLOSED')
      Object.assign(there.visit, sent)
      return { status: 200, headers: headersOf(canaries), body: { ...there.visit } }
    }
    const before = { ...there?.visit }
    const correct = decide()
    const { visit = {}, neighbour = {} } = there ?? {}
    const keyOf = typeof headers['x-key'] === 'string' ? headers['x-key'] : undefined
    return fault(correct, { method, url, key: keyOf, sent: objectOf(sent), before, visit, neighbour })
  }

  return listenHttp((request, response) => {
    void textOf(request).then((text) => {
      const { url = '', method = '' } = request
      const json = (value: Json): void =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
      if (url === '/__seed') return json(seed(objectOf(jsonOf(text))['open'] !== false))
      if (url.startsWith('/__seed/')) {
        const id = url.slice('/__seed/'.length)
        if (method === 'DELETE') return json({})
        const { visit = null, neighbour = null } = stored.get(id) ?? {}
        return json({ subject: visit, bystander: neighbour })
      }
      const { status, headers, body } = update(request, text)
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
}

function visitOf(id: number, canaries: Canaries): Record<string, Json> {
  return {
    id,
    due: canaries.instant('time of a visit'),
    note: canaries.text('note of a visit'),
    kind: 'home',
    people: {
      [canaries.text('name of a person')]: { age: canaries.number('age of a person') },
      [canaries.name('plain name of a person')]: { age: canaries.number('age of another person') },
    },
  }
}

function headersOf(canaries: Canaries): Record<string, string> {
  return {
    'content-type': 'application/json',
    'X-Revision': '7',
    [`x-${canaries.word('name of a header')}`]: canaries.word('value of a header'),
    'set-cookie': `session=${canaries.word('session of the server')}`,
    'x-request-id': canaries.word('id of a request'),
  }
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

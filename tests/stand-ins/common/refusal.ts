import { STATUS_CODES } from 'node:http'
import { json, type Reply } from './http.ts'

/** An error that refuses a request. `headers` are added to the response. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** The possible forms of error bodies. The setting `error-body` selects one of them. */
export type ErrorShape = 'message' | 'error' | 'nested' | 'problem' | 'text' | 'none'

/** Returns the response to a refused request. */
export function refusalReply({ status, message, headers }: Refusal, shape: ErrorShape): Reply {
  switch (shape) {
    case 'message':
      return json(status, { message }, headers)
    case 'error':
      return json(status, { error: message }, headers)
    case 'nested':
      return json(status, { error: { code: `E${status}`, message }, requestId: 'r-1' }, headers)
    case 'problem': {
      const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail: message }
      return json(status, problem, { ...headers, 'content-type': 'application/problem+json' })
    }
    case 'text':
      return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: message }
    case 'none':
      return { status, headers }
  }
}

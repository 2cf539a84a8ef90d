import type { Execution } from '../../src/evidence/execution.ts'
import type { Json } from '../../src/json.ts'
import type { Operation } from '../../src/operations/operation.ts'

/** The response of a live server. Default: status 200 with `X-Id: 1`. */
export interface Answered {
  readonly status?: number
  readonly body: Json
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Makes an execution of an operation on a live server. The response is JSON. The request is always a GET without a
 * body.
 */
export function liveExecution(
  operation: Operation,
  { status = 200, body, headers = { 'x-id': '1' } }: Answered,
): Execution {
  return {
    case: {
      path: `${operation.id}/test`,
      operation,
      maker: 'test',
      title: 'test',
      as: 'partner',
      send: {},
      expect: { kind: 'documented' },
      proves: [],
    },
    target: { name: 'live', shows: { state: false, auth: 'full' } },
    exchange: {
      request: { method: 'GET', target: operation.path, headers: [] },
      answer: {
        status,
        headers: Object.entries({ 'content-type': 'application/json', ...headers }),
        body: Buffer.from(JSON.stringify(body)),
      },
      sentAt: '2026-01-05T09:00:01Z',
      milliseconds: 1,
    },
  }
}

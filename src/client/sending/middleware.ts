import { checkBody } from '../requests/check-request.ts'
import type { Contract, ContractOperation } from '../contract.ts'
import { isForm } from '../requests/encode-body.ts'
import { RequestRefused } from '../errors.ts'
import { judgeAnswer } from '../answers/judge-answer.ts'
import { pointer } from '../pointer.ts'
import { reporter, type Reporting } from '../settings.ts'

/** A middleware for openapi-fetch. */
export interface ContractMiddleware {
  onRequest(call: { readonly request: Request; readonly schemaPath: string }): Promise<undefined>
  onResponse(call: {
    readonly request: Request
    readonly response: Response
    readonly schemaPath: string
  }): Promise<Response | undefined>
}

export type MiddlewareOptions = Reporting & {
  /** `refuse` (default): an undocumented enum value is a violation. `accept`: it is not a violation. */
  readonly unknownEnumValues?: 'refuse' | 'accept'
}

/**
 * Creates a middleware for openapi-fetch that checks requests and responses. Ignores operations that the document does
 * not define.
 */
export function createMiddleware(contract: Contract, options: MiddlewareOptions = {}): ContractMiddleware {
  const report = reporter(options)
  const tolerant = options.unknownEnumValues === 'accept'
  const find = (method: string, path: string): ContractOperation | undefined =>
    Object.values(contract.operations).find((operation) => operation.method === method && operation.path === path)
  return {
    async onRequest({ request, schemaPath }) {
      const operation = find(request.method, schemaPath)
      if (operation !== undefined) await refuseBadBody(operation, request)
      return undefined
    },
    async onResponse({ request, response, schemaPath }) {
      const operation = find(request.method, schemaPath)
      if (operation === undefined) return undefined
      // Reads a copy of the response, because a body can be read only once.
      const text = await response.clone().text()
      const received = { status: response.status, headers: Object.fromEntries(response.headers), text }
      const { violation } = judgeAnswer(operation, received, tolerant)
      if (violation === undefined) return undefined
      report(violation)
      return response.ok && !isJson(text) ? withoutBody(response) : undefined
    },
  }
}

async function refuseBadBody(operation: ContractOperation, request: Request): Promise<void> {
  const { requestBody, id } = operation
  if (requestBody === undefined) return
  const text = await request.clone().text()
  if (text === '') return checkBody(operation, undefined)
  const contentType = (request.headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase()
  if (contentType !== requestBody.contentType.toLowerCase()) {
    const place = pointer('requestBody', 'content')
    throw new RequestRefused(id, { pointer: place, at: '', expected: requestBody.contentType })
  }
  // The values in a form are text without types. A schema cannot check them.
  if (!isForm(contentType)) checkBody(operation, isJson(text) ? JSON.parse(text) : text)
}

/** Returns the response without its body. openapi-fetch would throw a `SyntaxError` for a body that is not JSON. */
function withoutBody(response: Response): Response {
  const headers = { ...Object.fromEntries(response.headers), 'content-length': '0' }
  return new Response(null, { status: response.status, headers })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

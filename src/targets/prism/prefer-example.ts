import type { Case } from '../../cases/case.ts'
import type { RawRequest } from '../../exchanges/exchange.ts'
import { responseFor } from '../../operations/operation.ts'

/** Adds the header `Prefer` (RFC 7240). Prism then returns the status and the example that the case names. */
export function preferExample(request: RawRequest, aCase: Case): RawRequest {
  if (aCase.ask === undefined) return request
  const { status, example } = aCase.ask
  const preferences = [`code=${codeUnder(status, aCase)}`]
  if (example !== undefined) preferences.push(`example="${example}"`)
  return { ...request, headers: [...request.headers, ['Prefer', preferences.join(', ')]] }
}

/**
 * Returns a status code with which Prism selects the documented response `status`. For `4XX` and `default`, this is a
 * code that the document does not list separately.
 */
function codeUnder(status: string, { operation }: Case): string {
  if (/^\d{3}$/.test(status)) return status
  const first = status === 'default' ? 400 : Number(status[0]) * 100
  const codes = Array.from({ length: status === 'default' ? 200 : 100 }, (_, index) => first + index)
  return String(codes.find((code) => responseFor(operation, code)?.status === status) ?? first)
}

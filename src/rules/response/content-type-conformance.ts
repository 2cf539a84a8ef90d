import { essenceOf } from '../../evidence/evidence.ts'
import { shownMediaType } from '../../redaction/public-names.ts'
import type { Rule } from '../rule.ts'

export const contentTypeConformance: Rule = {
  id: 'content_type_conformance',
  title: 'The content type is documented for the status',
  why: 'Clients choose a parser by the content type. A JSON parser fails if it gets an HTML page.',
  fix: 'send the response with a documented content type, or add this content type to the document',
  examples: {
    passes: 'documented: application/json. PATCH /orders/7 → 200 with `Content-Type: application/json; charset=utf-8`',
    fails: 'documented: application/json. PATCH /orders/7 → 200 with `Content-Type: text/html`',
  },
  level: 'error',
  weight: 'wrong',
  stages: ['content-type'],
  judge({ response, contentType, mediaType, body, status }) {
    if (response === undefined || response.content.length === 0 || mediaType !== undefined) return []
    const [first] = response.content
    if (first === undefined) return []
    const received = contentType === undefined ? 'no content type' : tokenOf(contentType)
    const isEmpty = body.kind === 'none'
    return [
      {
        pointer: first.pointer,
        message: isEmpty ? 'has no body although one is documented' : 'has an undocumented content type',
        expected: response.content.map((each) => each.range).join(' or '),
        received,
        // Most servers have one error handler for all operations. A wrong type in refusals therefore has one cause in
        // the whole API.
        isOfApi: status >= 400,
        cause: `content type ${isEmpty ? 'of no body' : received}`,
        ...(isEmpty ? { fix: 'send the documented response body, or document the status without content' } : {}),
      },
    ]
  },
}

/**
 * Returns the text to print for a content type. Only common media types are printed. For any other text, only the
 * length is printed, because the text comes from the server and may be confidential.
 */
function tokenOf(contentType: string): string {
  return shownMediaType(essenceOf(contentType)) ?? `<string ${contentType.length}>`
}

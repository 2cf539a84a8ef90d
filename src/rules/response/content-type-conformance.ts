import { shownMediaType } from '../../exchanges/known-names.ts'
import { essenceOf } from '../../evidence/evidence.ts'
import type { Rule } from '../rule.ts'

export const contentTypeConformance: Rule = {
  id: 'content_type_conformance',
  title: 'The content type is one that the document promises',
  why: 'Clients choose how to read a body by its content type.',
  level: 'error',
  stages: ['content-type'],
  judge({ response, contentType, mediaType, body }) {
    if (response === undefined || response.content.length === 0 || mediaType !== undefined) return []
    const [first] = response.content
    if (first === undefined) return []
    return [
      {
        pointer: first.pointer,
        message: body.kind === 'none' ? 'has no body where one is promised' : 'has a content type that is not promised',
        expected: response.content.map((each) => each.range).join(' or '),
        received: contentType === undefined ? 'no content type' : tokenOf(contentType),
      },
    ]
  },
}

/** A media type is shown when HTTP knows it; what else a server writes there is its own. */
function tokenOf(contentType: string): string {
  return shownMediaType(essenceOf(contentType)) ?? `<string ${contentType.length}>`
}

import { childOf } from '../../../document/document.ts'
import { walkDocument } from '../../../document/walk-document.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'

export const noReferenceSiblings: DocumentCheck = {
  id: 'no_reference_siblings',
  title: 'a `$ref` of OpenAPI 3.0 must not have sibling keys',
  why: 'OpenAPI 3.0 ignores keys next to `$ref`, so these keys have no effect. OpenAPI 3.0.3 §4.7.23.',
  level: 'warning',
  check({ document }) {
    if (!document.openapi.startsWith('3.0')) return []
    const faults: DocumentFault[] = []
    for (const [url, written] of document.written) {
      walkDocument(written, (value, at, names) => {
        // OpenAPI allows other fields next to the `$ref` of a Path Item Object.
        const isReference = !names && typeof value['$ref'] === 'string' && !/^\/paths\/[^/]+$/.test(at)
        const sibling = isReference ? Object.keys(value).find((key) => key !== '$ref') : undefined
        if (sibling !== undefined) {
          faults.push({
            address: childOf(`${url}#${at}`, sibling),
            message: `\`${sibling}\` beside a $ref is ignored in OpenAPI 3.0`,
            next: 'move the key to the referenced object, or put the $ref into an allOf',
          })
        }
        return value
      })
    }
    return faults
  },
}

import { childOf } from '../../../document/document.ts'
import type { DocumentCheck } from '../../check.ts'
import { ANNOTATIONS, judgeAnnotation } from '../../parts/annotations.ts'

export const annotationsMatchSchema: DocumentCheck = {
  id: 'annotations_match_schema',
  title: 'every annotation matches specs/annotations.schema.json',
  why: 'The gate ignores an annotation that does not match the schema.',
  level: 'error',
  general: true,
  check({ objects, isAnnotated }) {
    // Without scenarios and provider states in the document, a key such as `x-source` may be an annotation of another
    // tool.
    if (!isAnnotated) return []
    return objects.flatMap(({ address, value }) =>
      ANNOTATIONS.flatMap((name) => {
        const annotation = value[name]
        if (annotation === undefined) return []
        return judgeAnnotation(name, annotation).map(({ at, message }) => ({
          address: childOf(address, name) + at,
          message: `${name}: ${message}`,
          next: 'specs/README.md describes the form of every annotation',
        }))
      }),
    )
  },
}

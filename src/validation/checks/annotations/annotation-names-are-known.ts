import { childOf } from '../../../document/document.ts'
import type { DocumentCheck, DocumentFault } from '../../check.ts'
import { ANNOTATIONS } from '../../parts/annotations.ts'
import { nearestWord } from '../../../document/nearest-word.ts'

/** The old names of annotations, each with the new name. */
const RENAMED: Readonly<Record<string, string>> = { 'x-recipes': 'x-scenarios', 'x-world': 'x-server-data' }

export const annotationNamesAreKnown: DocumentCheck = {
  id: 'annotation_names_are_known',
  title: 'an `x-` key must not be a misspelt annotation',
  why: 'OpenAPI allows any x- key, so no other check detects a misspelt annotation.',
  level: 'error',
  // Without annotations of this project in the document, an unknown key may be an annotation of another tool.
  check({ objects, isAnnotated }) {
    return objects.flatMap(({ address, value }) =>
      Object.keys(value)
        .filter((key) => key.startsWith('x-') && !ANNOTATIONS.includes(key))
        .flatMap((key): DocumentFault[] => {
          const renamed = RENAMED[key]
          if (renamed !== undefined) {
            const message = `\`${key}\` is now called \`${renamed}\``
            return [{ address: childOf(address, key), message, next: `rename the key to \`${renamed}\`` }]
          }
          const near = nearestWord(
            key.slice(2),
            ANNOTATIONS.map((each) => each.slice(2)),
          )
          if (near === undefined) return []
          const message = `\`${key}\` is not a known annotation`
          const isOptional = isAnnotated ? {} : { isOptional: true as const }
          return [{ address: childOf(address, key), message, next: `did you mean \`x-${near}\`?`, ...isOptional }]
        }),
    )
  },
}

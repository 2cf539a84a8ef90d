import { breaksMetaSchema } from '../../parts/meta-schema.ts'
import type { DocumentCheck } from '../../check.ts'

export const structureIsValid: DocumentCheck = {
  id: 'structure_is_valid',
  title: 'the document is valid by the official schema of OpenAPI',
  why: 'Every tool may take for granted what that schema says; what breaks it is read differently by each.',
  level: 'error',
  general: true,
  async check({ document }) {
    const [url] = document.resources.keys()
    const root = document.written.get(url ?? '')
    if (url === undefined || root === undefined) return []
    const problems = await breaksMetaSchema(root)
    // A schema may name a dialect of its own: OpenAPI 3.1.1 §4.8.24.5. That it is not judged by it, another check says.
    return problems
      .filter(({ at }) => !at.endsWith('/$schema'))
      .map(({ at, message }) => ({
        address: `${url}#${at}`,
        message,
        next: `write it as OpenAPI ${document.openapi.startsWith('3.0') ? '3.0' : '3.1'} has it`,
      }))
  },
}

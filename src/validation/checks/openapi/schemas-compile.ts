import { listFaultsToFix } from '../../../schemas/list-schema-faults.ts'
import type { DocumentCheck } from '../../check.ts'

export const schemasCompile: DocumentCheck = {
  id: 'schemas_compile',
  title: 'every schema compiles in strict mode',
  why: 'A keyword, format or pattern that cannot be run is not checked, so its clauses are never exercised.',
  level: 'error',
  check({ roots }) {
    return listFaultsToFix(roots).map(({ address, message, level, next }) => ({ address, message, level, next }))
  },
}

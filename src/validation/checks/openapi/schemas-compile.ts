import { listFaultsToFix } from '../../../schemas/list-schema-faults.ts'
import type { Check } from '../../check.ts'

export const schemasCompile: Check = {
  id: 'schemas_compile',
  title: 'every schema compiles strictly',
  why: 'A keyword, format or pattern that nobody can run is never asked: the promise that it seems to make is none.',
  level: 'error',
  check({ roots }) {
    return listFaultsToFix(roots).map(({ address, keyword, message }) => ({
      address,
      message,
      next: nextStep(keyword),
    }))
  },
}

function nextStep(keyword: string): string {
  if (keyword === 'nullable') return 'give `type` as a list with "null" in it'
  if (keyword === 'format') return 'name a format of the OpenAPI registry, or say in `description` what it means'
  if (keyword === 'pattern') return 'write it as a regular expression of ECMA-262'
  return 'mend it, or call it x-… when it is meant for people'
}

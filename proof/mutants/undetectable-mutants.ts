import type { Mutant } from './mutant.ts'

const LESS =
  'the mutant promises less than the server does, so no response can violate it; only a comparison of the documents shows the change'
const KEPT = 'the mutant promises more than the original, and the server keeps that promise too'
const TAKES_MORE =
  'the mutant allows more than the server accepts: negative cases only send forbidden values, and scenarios send existing ones'
const FAULT = 'the promise is about an internal error, which only the mock can be made to return'

/**
 * The reasons why some mutants cannot be detected on a correct server, by class (`<of> <operator>`, such as `request
 * required-dropped`). If a class is not listed, every mutant of this class must be detected.
 */
const REASONS: Readonly<Record<string, string>> = {
  'operation scenario-dropped': 'another scenario or case proves the same clauses',
  'operation scenario-accepts-less': 'the server returns the first status, so the others were not needed',
  'request format-dropped': TAKES_MORE,
  'request parameter-format-dropped': TAKES_MORE,
  'request parameter-type-dropped': TAKES_MORE,
  'request type-dropped': TAKES_MORE,
  'request server-data-dropped':
    'the annotation names the source of existing values, and examples or generated values work as well',
  'response condition-dropped':
    'the invariant cannot be violated if a value is null or absent, so its condition is not needed',
  'response format-dropped': LESS,
  'response header-dropped': LESS,
  'response header-made-optional': LESS,
  'response invariant-dropped': LESS,
  'response property-removed': 'in an object schema without properties, no property counts as unknown',
  'response required-dropped': LESS,
  'response schema-dropped': LESS,
  'response status-removed': 'without its scenarios no case gets this status',
  'response type-dropped': LESS,
  'response object-closed': KEPT,
}

/**
 * Returns the reason why no check can detect this mutant on a correct server. Returns an empty text if no reason is
 * known.
 */
export function whyUndetectable({ of, operator, edits }: Mutant): string {
  if (edits.some(({ at }) => /\/responses\/5\d\d(?:\/|$)/.test(at))) return FAULT
  return REASONS[`${of} ${operator}`] ?? ''
}

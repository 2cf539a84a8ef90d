import type { Mutant } from './mutant.ts'

const LESS =
  'it promises less than the server does: no response can violate it; only a comparison of documents shows it'
const KEPT = 'it promises more, and the server does that too'
const TAKES_MORE =
  'it allows more than the server accepts: negative cases come from forbidden values, and scenarios send existing ones'
const FAULT = 'it is about an internal error, which only the mock can be made to return'

/**
 * Why a change cannot be detected with a correct server, by its class. Every mutant of another class must be detected.
 */
const REASONS: Readonly<Record<string, string>> = {
  'operation scenario-dropped': 'another scenario or case proves the same clauses',
  'operation scenario-accepts-less': 'the server answers the first status, so the others were not needed',
  'request format-dropped': TAKES_MORE,
  'request parameter-format-dropped': TAKES_MORE,
  'request parameter-type-dropped': TAKES_MORE,
  'request type-dropped': TAKES_MORE,
  'request server-data-dropped': 'it names the source of existing values, and examples and drawn values are as good',
  'response condition-dropped': 'the rule says nothing where a value is null or absent, as its condition did',
  'response format-dropped': LESS,
  'response header-dropped': LESS,
  'response header-made-optional': LESS,
  'response invariant-dropped': LESS,
  'response property-removed': 'an object that names no property has no unknown ones',
  'response required-dropped': LESS,
  'response schema-dropped': LESS,
  'response status-removed': 'without its scenarios no case leads to it',
  'response type-dropped': LESS,
  'response object-closed': KEPT,
}

/** Why mutants of this class are undetectable; empty if no reason is known. */
export function whyUndetectable({ of, operator, edits }: Mutant): string {
  if (edits.some(({ at }) => /\/responses\/5\d\d(?:\/|$)/.test(at))) return FAULT
  return REASONS[`${of} ${operator}`] ?? ''
}

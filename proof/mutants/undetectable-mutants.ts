import type { Mutant } from './mutant.ts'

const LESS =
  'it promises less than the server keeps: no answer can break it, and only a comparison with the document before tells it'
const KEPT = 'it promises more, and the server keeps that too: nothing it answers is otherwise'
const TAKES_MORE =
  'it allows more than the server takes: a negative case is drawn from what is forbidden, and scenarios send what the world has'
const FAULT = 'it is about a fault inside the server, which nobody can ask for but at the mock'

/**
 * Why a change cannot be noticed at a server that keeps the document, by its class. What is not listed has to be noticed:
 * a mutant of such a class that nobody notices is not explained.
 */
const REASONS: Readonly<Record<string, string>> = {
  'operation scenario-dropped': 'another scenario or case proves the same clauses',
  'operation scenario-accepts-less': 'the server answers the first status, so the others were not needed',
  'request format-dropped': TAKES_MORE,
  'request parameter-format-dropped': TAKES_MORE,
  'request parameter-type-dropped': TAKES_MORE,
  'request type-dropped': TAKES_MORE,
  'request world-dropped':
    'it says where good values come from, and the values that the schema’s own examples or drawing give are as good',
  'response condition-dropped': 'the rule says nothing where a value is null or absent, as its condition did',
  'response format-dropped': LESS,
  'response header-dropped': LESS,
  'response header-made-optional': LESS,
  'response invariant-dropped': LESS,
  'response property-removed': 'nothing is unknown in an object that names none of its fields',
  'response required-dropped': LESS,
  'response schema-dropped': LESS,
  'response status-removed': 'with its scenarios gone no case leads to it, and the other cases never did',
  'response type-dropped': LESS,
  'response object-closed': KEPT,
}

/** Why nobody notices a mutant of its class. Empty where no reason is known. */
export function undetectableMutants({ of, operator, edits }: Mutant): string {
  if (edits.some(({ at }) => /\/responses\/5\d\d(?:\/|$)/.test(at))) return FAULT
  return REASONS[`${of} ${operator}`] ?? ''
}

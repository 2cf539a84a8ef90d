/** Matches messages which say that an object does not exist, such as `not found`. */
const MISSING = /\b(not found|no such|(does|do|did) ?n[o']t exist|could not find|cannot find)\b/i

/** Matches words about the form of a request, as in `property "name" not found`. */
const FORM = /\b(propert(y|ies)|fields?|keys?|parameters?|headers?|columns?|attributes?|types?|class(es)?)\b/i

/**
 * True if an error message says that a resource does not exist. Servers answer 400 or 422 with such a message if a
 * valid value refers to a resource that does not exist.
 */
export function saysMissing(text: string): boolean {
  return MISSING.test(text) && !FORM.test(text)
}

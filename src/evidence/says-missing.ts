/** Matches a refusal that says that an object to which the request refers does not exist: `not found`. */
const MISSING = /\b(not found|no such|(does|do|did) ?n[o']t exist|could not find|cannot find)\b/i

/** Matches words of a refusal about the form of the request, such as `property "name" not found`. */
const FORM = /\b(propert(y|ies)|fields?|keys?|parameters?|headers?|columns?|attributes?|types?|class(es)?)\b/i

/**
 * True if the text of a refusal says that a resource does not exist. Servers answer 400 or 422 with such a text if the
 * request refers to a resource by a value that the schema allows.
 */
export function saysMissing(text: string): boolean {
  return MISSING.test(text) && !FORM.test(text)
}

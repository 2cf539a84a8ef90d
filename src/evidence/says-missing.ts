/** Words of a refusal that says that something which the request refers to is not on the server. */
const MISSING = /\b(not found|no such|(does|do|did) ?n[o']t exist|could not find|cannot find)\b/i

/** Words of a refusal that is about the form of the request. For example, `property "name" not found`. */
const FORM = /\b(propert(y|ies)|fields?|keys?|parameters?|headers?|columns?|attributes?|types?|class(es)?)\b/i

/**
 * True if the text of a refusal says that a resource does not exist. Servers answer 400 or 422 with such a text if the
 * request refers to a resource by a value that the schema allows.
 */
export function saysMissing(text: string): boolean {
  return MISSING.test(text) && !FORM.test(text)
}

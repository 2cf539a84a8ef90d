import { isForm } from '../../client/requests/encode-body.ts'
import { isObject, type Json } from '../../json.ts'
import { isUnder } from '../../operations/media-types.ts'
import type { Quirk } from './quirk.ts'

/** Errors that Prism makes when it parses forms. A case that one of them affects is not applicable. */
export const FORM_QUIRKS: readonly Quirk[] = [
  {
    id: 'lists-and-objects-in-forms',
    title: 'Prism reads a list or object in a form only if the encoding of the property names a style',
    hides: ({ operation, send, negative }) => {
      const { contentType, body } = send
      if (negative !== undefined || contentType === undefined || !isForm(contentType) || !isObject(body)) return false
      const documented = operation.requestBody?.content.find(({ range }) => isUnder(contentType, range))
      return Object.entries(body).some(
        ([name, value]) => isComposite(value) && documented?.encoding?.[name]?.style === undefined,
      )
    },
  },
]

function isComposite(value: Json): boolean {
  return typeof value === 'object' && value !== null
}

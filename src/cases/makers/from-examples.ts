import { clauseId } from '../../clauses/list-clauses.ts'
import type { Operation, Response } from '../../operations/operation.ts'
import type { Case } from '../case.ts'
import { canBeSentAs, contentTypeUnder } from '../../operations/media-types.ts'
import { draft, sendOf, type Maker } from '../maker.ts'
import type { BaseRequest } from '../plan-context.ts'

const ID = 'example'

/**
 * Makes cases for a mock only: for each request example, a case that sends it, and for each response example, a case
 * that requests it. On other targets, the data differs from the examples.
 */
export const fromExamples: Maker = {
  id: ID,
  make(operation, base, context) {
    if (context.target !== 'mock') return []
    return [...answers(operation, base), ...requests(operation, base)]
  },
}

function answers(operation: Operation, base: BaseRequest): Case[] {
  return operation.responses.flatMap((response) => {
    if (!/^\d{3}$/.test(response.status)) return []
    return asks(response).map(({ example, range }) =>
      draft(ID, operation, base, {
        name: [response.status, example, range].filter((each) => each !== undefined).join('/'),
        title: `answers ${response.status} as ${example === undefined ? 'documented' : `its example ${example} shows`}`,
        send: sendOf(base, range === undefined ? {} : { headers: { ...base.headers, Accept: range } }),
        ask: { status: response.status, ...(example === undefined || example === 'example' ? {} : { example }) },
        expect: { kind: 'status', status: response.status, accept: [] },
        proves: [clauseId(operation, response.pointer)],
      }),
    )
  })
}

/**
 * Returns one entry for each example of a response, with its media type. A media type without examples also has an
 * entry.
 */
function asks({ content }: Response): { readonly example?: string; readonly range?: string }[] {
  if (content.length === 0) return [{}]
  return content.flatMap((mediaType) => {
    const range = content.length === 1 ? {} : { range: mediaType.range }
    return mediaType.examples.length === 0
      ? [range]
      : mediaType.examples.map((example) => ({ ...range, example: example.name }))
  })
}

function requests(operation: Operation, base: BaseRequest): Case[] {
  return (operation.requestBody?.content ?? []).flatMap((mediaType) => {
    const contentType = contentTypeUnder(mediaType.range)
    if (contentType === undefined) return []
    return mediaType.examples
      .filter(({ value }) => canBeSentAs(contentType, value))
      .map((example) =>
        draft(ID, operation, base, {
          name: `request/${example.name}`,
          title: `accepts its request example ${example.name}`,
          send: sendOf(base, { body: example.value, contentType }),
          expect: { kind: 'accepted' },
          proves: [clauseId(operation, mediaType.pointer, 'accepts')],
          about: clauseId(operation, mediaType.pointer, 'accepts'),
        }),
      )
  })
}

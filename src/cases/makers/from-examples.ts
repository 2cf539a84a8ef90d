import { clauseId } from '../../clauses/list-clauses.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Case } from '../case.ts'
import { canBeSentAs, contentTypeUnder } from '../media-types.ts'
import { draft, sendOf, type Maker } from '../maker.ts'
import type { BaseRequest } from '../plan-context.ts'

const ID = 'example'

/** Every example that the document shows, as it stands: they go to the mock only, the world of others is not theirs. */
export const fromExamples: Maker = {
  id: ID,
  title: 'the examples that the document shows',
  make(operation, base, context) {
    if (context.target !== 'mock') return []
    return [...answers(operation, base), ...requests(operation, base)]
  },
}

function answers(operation: Operation, base: BaseRequest): Case[] {
  return operation.responses.flatMap((response) => {
    if (!/^\d{3}$/.test(response.status)) return []
    const names = response.content.flatMap((mediaType) => mediaType.examples.map((example) => example.name))
    const asked = names.length === 0 ? [undefined] : [...new Set(names)]
    return asked.map((example) =>
      draft(ID, operation, base, {
        name: `${response.status}${example === undefined ? '' : `/${example}`}`,
        title: `answers ${response.status} as ${example === undefined ? 'documented' : `its example ${example} shows`}`,
        send: sendOf(base),
        ask: { status: response.status, ...(example === undefined || example === 'example' ? {} : { example }) },
        expect: { kind: 'status', status: response.status, accept: [] },
        proves: [clauseId(operation, response.pointer)],
      }),
    )
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
        }),
      )
  })
}

import type { Operation, Response, ResponseHeader } from '../../operations/operation.ts'
import type { CompareOperation, FoundChange, OperationPair } from '../found.ts'
import { compareContent } from './compare-bodies.ts'
import { compareSchema } from './compare-schema.ts'
import { compareTexts } from './compare-texts.ts'

const MEDIA_TYPES = ['response-media-type-removed', 'response-media-type-added'] as const
const WEBHOOK_MEDIA_TYPES = ['request-media-type-removed', 'request-media-type-added'] as const

/** Compares the responses by status. A status can be documented as `404`, `4XX` or `default`. OpenAPI 3.1.1 §4.8.16. */
export const compareResponses: CompareOperation = (pair) => {
  const { base, head } = pair
  return [
    ...base.responses.flatMap((mine): FoundChange[] => {
      const theirs = coveringIn(head, mine.status)
      if (theirs !== undefined) return compareResponse(pair, mine, theirs)
      const rule = isSuccess(mine.status) ? 'success-status-removed' : 'response-status-removed'
      const part = `response ${mine.status}`
      return [{ rule, part, what: `The status ${mine.status} was removed.`, base: mine.address, head: head.address }]
    }),
    ...head.responses.flatMap((theirs): FoundChange[] => {
      if (base.responses.some(({ status }) => status === theirs.status)) return []
      const mine = coveringIn(base, theirs.status)
      if (mine !== undefined) return compareResponse(pair, mine, theirs)
      const rule = isSuccess(theirs.status) ? 'success-status-added' : 'response-status-added'
      const part = `response ${theirs.status}`
      return [{ rule, part, what: `The status ${theirs.status} was added.`, base: base.address, head: theirs.address }]
    }),
  ]
}

/**
 * Returns the response for a status. Prefers a response for exactly this status, then one for its range, then
 * `default`.
 */
function coveringIn({ responses }: Operation, status: string): Response | undefined {
  const under = (key: string): Response | undefined => responses.find((each) => each.status === key)
  const exact = under(status) ?? under(`${status.slice(0, 1)}XX`)
  // `default` does not document success, so it does not apply to a 2xx status.
  return exact ?? (isSuccess(status) ? undefined : under('default'))
}

function isSuccess(status: string): boolean {
  return status.startsWith('2') || status.startsWith('3')
}

function compareResponse(pair: OperationPair, mine: Response, theirs: Response): FoundChange[] {
  const part = `response ${mine.status}`
  const types = pair.isWebhook ? WEBHOOK_MEDIA_TYPES : MEDIA_TYPES
  return [
    ...compareTexts(pair, part, mine, theirs),
    ...compareContent(pair, part, mine, theirs, types, pair.isWebhook ? 'sent' : 'read'),
    ...compareHeaders(pair, part, mine, theirs),
    ...compareLinks(part, mine, theirs),
  ]
}

function compareHeaders(pair: OperationPair, part: string, mine: Response, theirs: Response): FoundChange[] {
  const twin = ({ name }: ResponseHeader, all: readonly ResponseHeader[]): ResponseHeader | undefined =>
    all.find((each) => each.name.toLowerCase() === name.toLowerCase())
  return [
    ...mine.headers.flatMap((each): FoundChange[] => {
      const other = twin(each, theirs.headers)
      const about = { part: `${part} header ${each.name}`, base: each.address, head: other?.address ?? theirs.address }
      if (other === undefined) {
        const rule = each.required ? 'required-response-header-removed' : 'response-header-removed'
        return [{ ...about, rule, what: 'The header was removed.' }]
      }
      const became = other.required ? 'required' : 'optional'
      const use = { part: about.part, direction: 'response', consumer: pair.isWebhook ? 'sent' : 'read' } as const
      return [
        ...(each.required === other.required
          ? []
          : [{ ...about, rule: `response-header-became-${became}` as const, what: `The header became ${became}.` }]),
        ...compareTexts(pair, about.part, each, other),
        ...compareSchema(pair, each.schema, other.schema, use),
      ]
    }),
    ...theirs.headers
      .filter((each) => twin(each, mine.headers) === undefined)
      .map((each): FoundChange => {
        const own = `${part} header ${each.name}`
        return {
          rule: 'response-header-added',
          part: own,
          what: 'The header was added.',
          base: mine.address,
          head: each.address,
        }
      }),
  ]
}

function compareLinks(part: string, mine: Response, theirs: Response): FoundChange[] {
  const names = (each: Response): string[] => each.links.map(({ name }) => name)
  const places = { base: mine.address, head: theirs.address }
  return [
    ...names(mine)
      .filter((name) => !names(theirs).includes(name))
      .map((name): FoundChange => ({
        ...places,
        rule: 'link-removed',
        part,
        what: `The link \`${name}\` was removed.`,
        key: name,
      })),
    ...names(theirs)
      .filter((name) => !names(mine).includes(name))
      .map((name): FoundChange => ({
        ...places,
        rule: 'link-added',
        part,
        what: `The link \`${name}\` was added.`,
        key: name,
      })),
  ]
}

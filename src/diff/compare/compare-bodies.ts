import { isJson, isUnder } from '../../operations/media-types.ts'
import type { MediaType } from '../../operations/operation.ts'
import type { Found, OperationPair } from '../found.ts'
import type { RuleId } from '../rules.ts'
import { compareSchema } from './compare-schema.ts'
import { isSameJson } from '../same-json.ts'
import type { CompareOperation } from '../found.ts'

/** Compares request bodies. OpenAPI 3.1.1 §4.8.13. */
export const compareRequestBody: CompareOperation = (pair) => {
  const { base, head, isWebhook } = pair
  const [mine, theirs] = [base.requestBody, head.requestBody]
  const places = { base: mine?.address ?? base.address, head: theirs?.address ?? head.address, part: 'request body' }
  if (mine === undefined && theirs === undefined) return []
  if (theirs === undefined) return [{ ...places, rule: 'body-removed', what: 'The request body was removed.' }]
  if (mine === undefined) {
    const rule = theirs.required ? 'required-body-added' : 'body-added'
    return [{ ...places, rule, what: `${theirs.required ? 'A required' : 'An optional'} request body was added.` }]
  }
  const required: Found[] = []
  if (mine.required !== theirs.required) {
    const became = theirs.required ? 'required' : 'optional'
    const rule: RuleId = isWebhook ? `webhook-body-became-${became}` : `body-became-${became}`
    required.push({ ...places, rule, what: `The request body became ${became}.` })
  }
  const rules = ['request-media-type-removed', 'request-media-type-added'] as const
  return [...required, ...compareContent(pair, 'request body', mine, theirs, rules, isWebhook ? 'read' : 'sent')]
}

/** Compares the media types of a body. If both documents have a media type, compares its schemas. */
export function compareContent(
  pair: OperationPair,
  part: string,
  mine: { readonly content: readonly MediaType[]; readonly address: string },
  theirs: { readonly content: readonly MediaType[]; readonly address: string },
  [removed, added]: readonly [removed: RuleId, added: RuleId],
  consumer: 'sent' | 'read',
): Found[] {
  const direction = part.startsWith('request') ? 'request' : 'response'
  return [
    ...mine.content.flatMap((each): Found[] => {
      const twin = twinOf(each, theirs.content)
      const own = `${part} ${each.range}`
      if (twin === undefined) {
        return [
          {
            rule: removed,
            part: own,
            what: `\`${each.range}\` was removed.`,
            base: each.address,
            head: theirs.address,
          },
        ]
      }
      const about = { part: own, direction, consumer, asText: !isJson(each.range) } as const
      return [...compareSchema(pair, each.schema, twin.schema, about), ...compareEncoding(own, each, twin)]
    }),
    ...theirs.content
      .filter((each) => twinOf(each, mine.content) === undefined && !mine.content.some((one) => twinOf(one, [each])))
      .map((each): Found => ({
        rule: added,
        part: `${part} ${each.range}`,
        what: `\`${each.range}\` was added.`,
        base: mine.address,
        head: each.address,
      })),
  ]
}

/**
 * Returns the matching media type of the other document: one with the same text, or with the same type but other
 * parameters, or a range that includes the type.
 */
function twinOf({ range }: MediaType, others: readonly MediaType[]): MediaType | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s/g, '')
  return (
    others.find((other) => plain(other.range) === plain(range)) ??
    others.find((other) => plain(other.range).split(';')[0] === plain(range).split(';')[0]) ??
    others.find((other) => other.range.includes('*') && isUnder(range, other.range))
  )
}

function compareEncoding(part: string, mine: MediaType, theirs: MediaType): Found[] {
  const plain = ({ encoding }: MediaType) =>
    Object.fromEntries(
      Object.entries(encoding ?? {}).map(([name, { contentType, style, explode, allowReserved }]) => [
        name,
        {
          contentType: contentType ?? null,
          style: style ?? null,
          explode: explode ?? null,
          allowReserved: allowReserved ?? null,
        },
      ]),
    )
  if (isSameJson(plain(mine), plain(theirs))) return []
  return [
    {
      rule: 'encoding-changed',
      part,
      what: 'The encoding of the form changed.',
      base: mine.address,
      head: theirs.address,
    },
  ]
}

import { asText, isObject, type JsonObject } from '../../json.ts'
import { isJson, isUnder, isXml } from '../../operations/media-types.ts'
import type { MediaType } from '../../operations/operation.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { Schema } from '../../schemas/schema.ts'
import { typesOf } from '../../schemas/types-of.ts'
import type { FoundChange, OperationPair } from '../found.ts'
import type { ChangeRuleId } from '../rules.ts'
import { compareSchema } from './compare-schema.ts'
import { compareTexts } from './compare-texts.ts'
import { isSameJson } from '../../schemas/values/values.ts'
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
  const required: FoundChange[] = []
  if (mine.required !== theirs.required) {
    const became = theirs.required ? 'required' : 'optional'
    const rule: ChangeRuleId = isWebhook ? `webhook-body-became-${became}` : `body-became-${became}`
    required.push({ ...places, rule, what: `The request body became ${became}.` })
  }
  const texts = compareTexts(pair, 'request body', mine, theirs)
  const rules = ['request-media-type-removed', 'request-media-type-added'] as const
  return [
    ...required,
    ...texts,
    ...compareContent(pair, 'request body', mine, theirs, rules, isWebhook ? 'read' : 'sent'),
  ]
}

/** Compares two bodies: their media types, and the schemas of the media types that both have. */
export function compareContent(
  pair: OperationPair,
  part: string,
  mine: { readonly content: readonly MediaType[]; readonly address: string },
  theirs: { readonly content: readonly MediaType[]; readonly address: string },
  [removed, added]: readonly [removed: ChangeRuleId, added: ChangeRuleId],
  consumer: 'sent' | 'read',
): FoundChange[] {
  const direction = part.startsWith('request') ? 'request' : 'response'
  return [
    ...mine.content.flatMap((each): FoundChange[] => {
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
      const [one, other] = [schemaOf(each), schemaOf(twin)]
      const widened: FoundChange[] =
        twin.range.includes('*') && !each.range.includes('*')
          ? [{ rule: added, part: own, what: `It became \`${twin.range}\`.`, base: each.address, head: twin.address }]
          : []
      return [
        ...widened,
        ...compareSchema(pair, one, other, about),
        ...compareEncodings(pair, own, each, twin, consumer),
      ]
    }),
    ...theirs.content
      .filter((each) => twinOf(each, mine.content) === undefined && !mine.content.some((one) => twinOf(one, [each])))
      .map((each): FoundChange => ({
        rule: added,
        part: `${part} ${each.range}`,
        what: `\`${each.range}\` was added.`,
        base: mine.address,
        head: each.address,
      })),
  ]
}

/**
 * Returns the schema of a body. For a stream, this is the schema of the list of its items. Returns undefined for a
 * binary body. OpenAPI versions describe binary data in different ways, and these differences are not changes. OpenAPI
 * 3.1.1 §4.4.2, 3.2.0 §4.14.2.
 */
function schemaOf({ range, schema, isStream }: MediaType): Schema | undefined {
  if (schema === undefined || !isObject(schema.value)) return schema
  if (isStream === true) return { ...schema, value: { type: 'array', ...schema.value } }
  const { type = 'string', format = 'binary', ...rest } = schema.value
  const isText = isJson(range) || isXml(range) || /^(text|multipart)\/|urlencoded|\*/i.test(range)
  const isBinary = type === 'string' && format === 'binary' && Object.keys(rest).every((key) => NO_RESTRICTION.has(key))
  return isBinary && !isText ? undefined : schema
}

const NO_RESTRICTION = new Set(['contentMediaType', 'title', 'description', 'example', 'examples'])

/**
 * Returns the media type in `others` that corresponds to `range`. Prefers a media type with the same text, then one
 * with the same type but other parameters, then a range that includes the type.
 */
function twinOf({ range }: MediaType, others: readonly MediaType[]): MediaType | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s/g, '')
  return (
    others.find((other) => plain(other.range) === plain(range)) ??
    others.find((other) => plain(other.range).split(';')[0] === plain(range).split(';')[0]) ??
    others.find((other) => other.range.includes('*') && isUnder(range, other.range))
  )
}

function compareEncodings(
  pair: OperationPair,
  part: string,
  mine: MediaType,
  theirs: MediaType,
  consumer: 'sent' | 'read',
): FoundChange[] {
  const names = new Set([...Object.keys(mine.encoding ?? {}), ...Object.keys(theirs.encoding ?? {})])
  return [...names].flatMap((name): FoundChange[] => {
    const about = { part: `${part} ${name}`, base: mine.address, head: theirs.address }
    const [one, other] = [writtenEncoding(mine, name), writtenEncoding(theirs, name)]
    const headers = compareHeaders(pair, about.part, [mine, theirs], name, consumer)
    if (isSameJson(one, other)) return headers
    const what = `The encoding of \`${name}\` changed.`
    return [{ ...about, rule: encodingRule(one, other, consumer), what }, ...headers]
  })
}

/** Returns the rule for a changed encoding. Additional content types are compatible if the consumer sends the body. */
function encodingRule(one: JsonObject, other: JsonObject, consumer: 'sent' | 'read'): ChangeRuleId {
  const typesIn = ({ contentType }: JsonObject): string[] =>
    asText(contentType)
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
  const [from, to] = [typesIn(one), typesIn(other)]
  const isOnlyType = isSameJson({ ...one, contentType: '' }, { ...other, contentType: '' })
  if (consumer === 'read' || !isOnlyType || from.length === 0 || to.length === 0) return 'encoding-changed'
  if (from.every((each) => to.includes(each))) return 'request-schema-widened'
  return to.every((each) => from.includes(each)) ? 'request-schema-narrowed' : 'encoding-changed'
}

/** Compares the headers of a part of a multipart body. */
function compareHeaders(
  pair: OperationPair,
  part: string,
  [mine, theirs]: readonly [MediaType, MediaType],
  name: string,
  consumer: 'sent' | 'read',
): FoundChange[] {
  if (consumer === 'read') return []
  const [before, after] = [mine.encoding?.[name]?.headers ?? [], theirs.encoding?.[name]?.headers ?? []]
  return after.flatMap((header): FoundChange[] => {
    const old = before.find((each) => each.name.toLowerCase() === header.name.toLowerCase())
    const about = { part: `${part} header ${header.name}`, base: old?.address ?? mine.address, head: header.address }
    if (old === undefined) {
      const rule = header.required ? 'required-parameter-added' : 'parameter-added'
      return [{ ...about, rule, what: `The ${header.required ? 'required' : 'optional'} header was added.` }]
    }
    const became = header.required ? 'required' : 'optional'
    const required: FoundChange[] =
      old.required === header.required
        ? []
        : [{ ...about, rule: `parameter-became-${became}`, what: `The header became ${became}.` }]
    const use = { part: about.part, direction: 'request', consumer: 'sent', asText: true } as const
    return [...required, ...compareSchema(pair, old.schema, header.schema, use)]
  })
}

/** Returns an encoding without the properties that have their default value. OpenAPI 3.1.1 §4.8.15. */
function writtenEncoding({ range, schema, encoding }: MediaType, name: string): JsonObject {
  const { contentType, style, explode, allowReserved } = encoding?.[name] ?? {}
  const property = schema === undefined ? undefined : propertySchema(schema, name)
  const types = property === undefined ? [] : typesOf(property, 'request')
  const hasDefaults = /urlencoded/i.test(range) && types.length > 0 && !types.includes('object')
  const isPlain = hasDefaults && (style ?? 'form') === 'form' && (explode ?? true)
  return {
    ...(contentType === undefined || contentType === usualTypeOf(property, types) ? {} : { contentType }),
    ...(style === undefined || isPlain ? {} : { style }),
    ...(explode === undefined || isPlain ? {} : { explode }),
    ...(allowReserved === true ? { allowReserved } : {}),
  }
}

/** Returns the default content type of a property. Returns undefined if the default is unknown. */
function usualTypeOf(property: Schema | undefined, types: readonly string[]): string | undefined {
  if (property === undefined || !isObject(property.value) || types.length === 0) return undefined
  if (types.every((type) => type === 'object')) return 'application/json'
  const isBinary = ['format', 'contentEncoding', 'contentMediaType'].some((key) =>
    Object.hasOwn(property.value as JsonObject, key),
  )
  return isBinary || types.some((type) => type === 'object' || type === 'array') ? undefined : 'text/plain'
}

import { isNarrowing, isWidening, type SchemaDifference } from '../../schemas/compare-schemas.ts'
import type { Direction, Schema } from '../../schemas/schema.ts'
import type { FoundChange, OperationPair } from '../found.ts'
import type { ChangeRuleId } from '../rules.ts'
import { sortedJson } from '../sorted-json.ts'
import { describeDifference } from './describe-difference.ts'

/** The place where an operation uses a schema, and whether consumers send or read its values. */
export interface SchemaUse {
  readonly part: string
  readonly direction: Direction
  /** `sent` if consumers send the values. `read` if consumers read them. */
  readonly consumer: 'sent' | 'read'
  /** True if the values are sent as text, for example in parameters. */
  readonly asText?: boolean
}

/** Returns the changes between two versions of a schema. */
export function compareSchema(
  { schemas }: Pick<OperationPair, 'schemas'>,
  base: Schema | undefined,
  head: Schema | undefined,
  { part, direction, consumer, asText = false }: SchemaUse,
): FoundChange[] {
  const isText = asText && consumer === 'sent'
  return schemas[direction](base, head, { asText: isText }).map((difference): FoundChange => {
    const { instance, keyword, name, from, to } = difference
    return {
      rule: ruleFor(difference, consumer),
      part: instance === '' ? part : `${part} ${instance}`,
      what: describeDifference(difference),
      base: difference.base === '' ? undefined : difference.base,
      head: difference.head === '' ? undefined : difference.head,
      key: [
        keyword,
        name ?? '',
        from === undefined ? '' : sortedJson(from),
        to === undefined ? '' : sortedJson(to),
      ].join(' '),
      ...(base === undefined || head === undefined ? {} : { shows: { base, head, direction, difference } }),
    }
  })
}

/**
 * Returns the rule for a difference between schemas. A change breaks consumers that send values if fewer values are
 * valid, and consumers that read values if more values are valid.
 */
export function ruleFor(difference: SchemaDifference, consumer: 'sent' | 'read'): ChangeRuleId {
  const special = consumer === 'sent' ? sentRule(difference) : readRule(difference)
  if (special !== undefined) return special
  const { movement, aspect } = difference
  if (aspect === 'text') return 'text-changed'
  if (aspect === 'discriminator') return 'discriminator-changed'
  if (aspect === 'deprecated') return difference.to === true ? 'deprecated' : 'no-longer-deprecated'
  if (movement === 'none') return 'schema-layout-changed'
  const side = consumer === 'sent' ? 'request' : 'response'
  if (movement === 'unclear') return `${side}-schema-unclear`
  const breaks = consumer === 'sent' ? isNarrowing(difference) : isWidening(difference)
  return breaks === (consumer === 'sent') ? `${side}-schema-narrowed` : `${side}-schema-widened`
}

function sentRule({ aspect, movement, hasDefault, required }: SchemaDifference): ChangeRuleId | undefined {
  if (aspect === 'default') return 'request-default-changed'
  if (aspect === 'required' && movement === 'narrowed') {
    return hasDefault === true ? 'request-required-with-default' : 'request-required-added'
  }
  if (aspect !== 'property') return undefined
  if (movement === 'widened') return 'request-property-removed'
  return required === true ? undefined : 'request-property-added'
}

function readRule({ aspect, movement, required, keyword }: SchemaDifference): ChangeRuleId | undefined {
  const isWidened = movement === 'widened'
  // The effect of a new `contentEncoding` is unclear: either the values change, or the document only starts to describe
  // values that stay the same.
  if (keyword === 'contentEncoding' && movement === 'narrowed') return 'response-schema-unclear'
  if (aspect === 'default') return 'response-default-changed'
  if (aspect === 'value' && isWidened) return 'response-enum-value-added'
  if (aspect === 'extensible-value') return 'schema-layout-changed'
  if (aspect === 'pattern' && isWidened) return 'response-pattern-removed'
  if (aspect === 'required' && isWidened) return 'response-property-became-optional'
  if ((aspect === 'closed-property' || aspect === 'rest') && isWidened) return 'response-object-opened'
  if (aspect === 'closed-property' || aspect === 'property') {
    const isGone = (aspect === 'property') === isWidened
    if (isGone) return required === true ? 'response-required-property-removed' : 'response-property-removed'
    return 'response-property-added'
  }
  return undefined
}

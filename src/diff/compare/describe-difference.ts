import { stringifyJson, type Json } from '../../json.ts'
import type { SchemaDifference } from '../../schemas/compare-schemas.ts'

const LONGEST = 60

/** Describes a difference between schemas in one sentence. */
export function describeDifference(difference: SchemaDifference): string {
  const { aspect, movement, keyword, name, from, to } = difference
  const isNarrowed = movement === 'narrowed'
  switch (aspect) {
    case 'null':
      return isNarrowed ? 'Null is no longer valid.' : 'Null became valid.'
    case 'value':
    case 'extensible-value':
      return isNarrowed ? `The value ${printed(from)} was removed.` : `The value ${printed(to)} was added.`
    case 'values':
      if (from === undefined) return `Only these values are valid now: ${printed(to)}.`
      return to === undefined ? `The values are no longer limited to ${printed(from)}.` : changed('value', from, to)
    case 'required':
      return `\`${name ?? ''}\` became ${isNarrowed ? 'required' : 'optional'}.`
    case 'property':
      return `The ${difference.required === true ? 'required' : 'optional'} property \`${name ?? ''}\` was ${isNarrowed ? 'added' : 'removed'}.`
    case 'closed-property':
      return `The property \`${name ?? ''}\` was ${isNarrowed ? 'removed, and unknown properties are forbidden' : 'added to an object that forbade unknown properties'}.`
    case 'rest':
      return describeRest(difference)
    case 'branch':
      if (keyword === 'allOf') return `${named(name)} was ${isNarrowed ? 'added to' : 'removed from'} \`allOf\`.`
      return describeBranch(difference)
    case 'condition':
      return `\`${keyword}\`${name === undefined ? '' : ` of \`${name}\``} ${conditionVerb(difference)}.`
    default:
      return changed(`\`${keyword}\``, from, to)
  }
}

function conditionVerb({ movement }: SchemaDifference): string {
  if (movement === 'narrowed') return 'allows fewer values'
  return movement === 'widened' ? 'allows more values' : 'changed, and cannot be compared'
}

function describeRest({ keyword, name, movement }: SchemaDifference): string {
  const isNarrowed = movement === 'narrowed'
  if (keyword === 'patternProperties') {
    return `Properties that match \`${name ?? ''}\` ${isNarrowed ? 'must now match a schema' : 'may now have any value'}.`
  }
  if (keyword === 'properties')
    return `The property \`${name ?? ''}\` is ${isNarrowed ? 'now' : 'no longer'} forbidden.`
  return `Unknown properties are ${isNarrowed ? 'now' : 'no longer'} forbidden.`
}

function describeBranch({ keyword, name, movement }: SchemaDifference): string {
  if (movement === 'unclear') return `\`${keyword}\` changed, and cannot be compared.`
  const was = movement === 'narrowed' ? 'removed' : 'added'
  return name === undefined
    ? `\`${keyword}\` allows ${movement === 'narrowed' ? 'fewer' : 'more'} values.`
    : `${named(name)} was ${was} as an alternative.`
}

function named(name: string | undefined): string {
  return name === undefined ? 'An alternative' : `\`${name}\``
}

function changed(what: string, from: Json | undefined, to: Json | undefined): string {
  const subject = what.startsWith('`') ? what : `The ${what}`
  if (from === undefined && to === undefined) return `${subject} changed.`
  if (from === undefined) return `${subject} ${printed(to)} was added.`
  return to === undefined
    ? `${subject} ${printed(from)} was removed.`
    : `${subject} changed from ${printed(from)} to ${printed(to)}.`
}

function printed(value: Json | undefined): string {
  const text = stringifyJson(value ?? null)
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}\``
}

import type { Operation, Parameter } from '../../operations/operation.ts'
import { typesOf } from '../../schemas/types-of.ts'
import { isObject } from '../../json.ts'
import type { CompareOperation, FoundChange, OperationPair } from '../found.ts'
import { compareSchema } from './compare-schema.ts'
import { compareTexts } from './compare-texts.ts'
import { templateNames } from '../pair-operations.ts'

/** Compares parameters. OpenAPI 3.1.1 §4.8.12. */
export const compareParameters: CompareOperation = (pair) => {
  const { base, head } = pair
  // Matches path parameters by their position in the path, so that a new name is not a change.
  const renamed = new Map(
    templateNames(base.path).map((name, index) => [name, templateNames(head.path)[index] ?? name]),
  )
  const pairs = base.parameters.map((each) => {
    const name = each.in === 'path' ? (renamed.get(each.name) ?? each.name) : each.name
    return [each, head.parameters.find((other) => isSame({ ...each, name }, other))] as const
  })
  const added = head.parameters.filter((each) => !pairs.some(([, other]) => other === each))
  return [
    ...pairs.flatMap(([mine, theirs]) =>
      theirs === undefined ? removedParameter(pair, mine, added) : compareParameter(pair, mine, theirs),
    ),
    ...added
      .filter((each) => !base.parameters.some((other) => isMoved(other, each, head.parameters)))
      .map((each) => addedParameter(pair, each)),
  ]
}

function isSame(one: Parameter, other: Parameter): boolean {
  if (one.in !== other.in) return false
  return one.in === 'header' ? one.name.toLowerCase() === other.name.toLowerCase() : one.name === other.name
}

function isMoved(base: Parameter, head: Parameter, all: readonly Parameter[]): boolean {
  return base.name === head.name && base.in !== head.in && !all.some((each) => isSame(base, each))
}

function partOf({ in: place, name }: Parameter): string {
  return `${place} parameter ${name}`
}

function removedParameter(
  { base, head, isWebhook }: OperationPair,
  mine: Parameter,
  added: readonly Parameter[],
): FoundChange[] {
  const moved = added.find((each) => isMoved(mine, each, head.parameters))
  const about = { part: partOf(mine), base: mine.address, head: moved?.address ?? head.address }
  if (moved !== undefined) {
    return [{ ...about, rule: 'parameter-moved', what: `The parameter moved from the ${mine.in} to the ${moved.in}.` }]
  }
  const plain = isWebhook && mine.required ? 'webhook-parameter-removed' : 'parameter-removed'
  const rule = isDeprecated(base, mine) ? 'deprecated-parameter-removed' : plain
  return [{ ...about, rule, what: 'The parameter was removed.' }]
}

function isDeprecated({ document }: Operation, { address }: Parameter): boolean {
  const { value } = document.resolve(address)
  return isObject(value) && value['deprecated'] === true
}

/** True if a parameter is allowed to have an empty value. OpenAPI 3.1.1 §4.8.12.2.1. */
function allowsEmpty({ document }: Operation, { address, in: place }: Parameter): boolean {
  const { value } = document.resolve(address)
  return place === 'query' && isObject(value) && value['allowEmptyValue'] === true
}

function addedParameter({ base, isWebhook }: OperationPair, each: Parameter): FoundChange {
  const rule = each.required && !isWebhook ? 'required-parameter-added' : 'parameter-added'
  const what = `The parameter was added, and is ${each.required ? 'required' : 'optional'}.`
  return { rule, part: partOf(each), what, base: base.address, head: each.address }
}

function compareParameter(pair: OperationPair, mine: Parameter, theirs: Parameter): FoundChange[] {
  const about = { part: partOf(theirs), base: mine.address, head: theirs.address }
  const found: FoundChange[] = []
  if (mine.required !== theirs.required) {
    const hasDefault = isObject(theirs.schema?.value) && theirs.schema.value['default'] !== undefined
    const became = theirs.required ? 'required' : 'optional'
    const usual = !theirs.required
      ? 'parameter-became-optional'
      : hasDefault
        ? 'parameter-with-default-became-required'
        : 'parameter-became-required'
    const rule = pair.isWebhook ? (`webhook-parameter-became-${became}` as const) : usual
    found.push({ ...about, rule, what: `The parameter became ${became}.` })
  }
  const style = ({ style, explode, contentType = '', schema }: Parameter): string => {
    if (contentType !== '') return contentType
    const types = schema === undefined ? [] : typesOf(schema, 'request')
    const isList = types.length === 0 || types.includes('array') || types.includes('object')
    return isList ? `${style}${explode ? ', explode' : ''}` : style
  }
  const [from, to] = [style(mine), style(theirs)]
  // If a value is a scalar, the styles `form` and `simple` give the same text with and without `explode`.
  if (from !== to && !from.startsWith(to) && !to.startsWith(from)) {
    found.push({ ...about, rule: 'parameter-style-changed', what: `The style changed from \`${from}\` to \`${to}\`.` })
  } else if (
    from !== to &&
    [mine, theirs].every(({ schema }) => schema !== undefined && /array|object/.test(typesOf(schema, 'request').join()))
  ) {
    found.push({ ...about, rule: 'parameter-style-changed', what: `The style changed from \`${from}\` to \`${to}\`.` })
  }
  if (mine.allowReserved !== theirs.allowReserved) {
    const rule = theirs.allowReserved ? 'request-schema-widened' : 'encoding-changed'
    const became = theirs.allowReserved ? 'need not' : 'must'
    found.push({ ...about, rule, what: `Reserved characters ${became} be percent-encoded.` })
  }
  const [fromEmpty, toEmpty] = [allowsEmpty(pair.base, mine), allowsEmpty(pair.head, theirs)]
  if (fromEmpty !== toEmpty) {
    const rule = toEmpty ? 'request-schema-widened' : 'request-schema-narrowed'
    found.push({
      ...about,
      rule,
      what: `The parameter ${toEmpty ? 'may now' : 'must no longer'} be sent without a value.`,
    })
  }
  if (mine.isServerData !== theirs.isServerData) {
    const rule = theirs.isServerData ? 'server-data-added' : 'server-data-removed'
    found.push({ ...about, rule, what: `\`x-server-data\` was ${theirs.isServerData ? 'added' : 'removed'}.` })
  }
  const use = {
    part: about.part,
    direction: 'request',
    consumer: pair.isWebhook ? 'read' : 'sent',
    asText: true,
  } as const
  return [
    ...found,
    ...compareTexts(pair, about.part, mine, theirs),
    ...compareSchema(pair, mine.schema, theirs.schema, use),
  ]
}

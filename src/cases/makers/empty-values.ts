import { isArray, isObject, type Json } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import type { Operation } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { Case } from '../case.ts'
import { draft, EMPTY, sendOf, sendWith, type Maker } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { bodyMediaType } from '../values/body-values.ts'
import { isSerializableParameter } from '../values/is-serializable-parameter.ts'

/** The maximum number of fields that are sent empty for an operation. */
const MOST_FIELDS = 10

/**
 * Makes cases that each send one empty text or list that the schema allows. A server that refuses the empty value
 * should document a minimum length. Makes cases only for live servers. Updates change only objects that the gate
 * created. A POST is sent only if it creates an object, because for an action such as `POST /notifications/read` an
 * empty list may mean "all".
 */
export const emptyValues: Maker = {
  id: EMPTY,
  make(operation, base, context) {
    if (context.target !== 'live' || base.verbatim !== true) return []
    const isRead = isSafeMethod(operation.method)
    if (!isRead && !(isOnOwnObject(operation, context) && isHarmless(operation, context))) return []
    const cases = isRead ? inQuery(operation, base) : inBody(operation, base)
    return cases.slice(0, MOST_FIELDS)
  },
}

/** False for a POST that creates no object, because it may change existing objects. */
function isHarmless({ method }: Operation, { makesItems }: PlanContext): boolean {
  return method !== 'POST' || makesItems === true
}

/**
 * True if the gate created every object in the path. A method other than POST must have at least one path parameter.
 */
function isOnOwnObject({ id, method, parameters }: Operation, { gathered }: PlanContext): boolean {
  const inPath = parameters.filter((each) => each.in === 'path')
  return (inPath.length > 0 || method === 'POST') && inPath.every(({ name }) => gathered?.has(`${id}.${name}`) === true)
}

function inQuery(operation: Operation, base: BaseRequest): Case[] {
  return operation.parameters.flatMap((parameter) => {
    const { name, schema } = parameter
    // Ids and cursors are values that the server returned earlier. They are not sent empty.
    const isFree = parameter.in === 'query' && parameter.reserved === undefined && !CURSOR.test(name) && !ID.test(name)
    const isSent = isFree && schema !== undefined && isSerializableParameter(parameter, '')
    if (!isSent || !compileSchema(schema).isValid('', 'request')) return []
    return [emptyCase(operation, base, `query/${name}`, `the query parameter ${name}`, sendWith(base, parameter, ''))]
  })
}

function inBody(operation: Operation, base: BaseRequest): Case[] {
  const mediaType = bodyMediaType(operation, base)
  const { body } = base
  if (mediaType?.schema === undefined || !isJson(mediaType.range) || !isObject(body)) return []
  const { schema } = mediaType
  const names = [...new Set([...Object.keys(body), ...fieldsOf(schema).keys()])]
  return names.flatMap((name) => {
    const own = propertySchema(schema, name)
    const empty = own && [EMPTY_TEXT, EMPTY_LIST].find((each) => compileSchema(own).isValid(each, 'request'))
    const isId = name === 'id' || operation.path.includes(`{${name}}`)
    if (empty === undefined || isId || isEmpty(body[name])) return []
    const changed = { ...body, [name]: empty }
    if (!compileSchema(schema).isValid(changed, 'request')) return []
    return [emptyCase(operation, base, `body/${name}`, name, sendOf(base, { body: changed }))]
  })
}

const CURSOR = /cursor|token|marker|after|before|continuation|page/i

const ID = /(?:^|[_-])ids?$|[a-z](?:Id|ID)s?$/

const EMPTY_TEXT: Json = ''
const EMPTY_LIST: Json = []

function isEmpty(value: Json | undefined): boolean {
  return value === '' || (isArray(value) && value.length === 0)
}

function emptyCase(operation: Operation, base: BaseRequest, name: string, what: string, send: Case['send']): Case {
  return draft(EMPTY, operation, base, {
    name,
    title: `accepts an empty value of ${what}`,
    send,
    expect: { kind: 'documented' },
    proves: [],
  })
}

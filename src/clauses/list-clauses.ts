import { childOf, type Address } from '../document/document.ts'
import { pointer as join } from '../document/json-pointer.ts'
import { usesKey } from '../document/uses-key.ts'
import type { Invariant, TargetKind } from '../operations/annotations.ts'
import { isForm } from '../client/requests/encode-body.ts'
import { isJson, isXml, streamFormat } from '../operations/media-types.ts'
import {
  whyBodiless,
  type MediaType,
  type Operation,
  type Parameter,
  type Response,
  type Unexercised,
} from '../operations/operation.ts'
import { readInvariants } from '../operations/read/read-annotations.ts'
import { listKeywords, listNamedValues } from '../schemas/list-keywords.ts'
import type { Keyword, Schema } from '../schemas/schema.ts'
import { isObject } from '../json.ts'
import type { Clause, ClauseKind } from './clause.ts'
import { sourceOf, trace, unreachableOn } from './trace.ts'

const FORM = /^application\/x-www-form-urlencoded/i
const NO_CERTIFICATES = 'the gate cannot leave a client certificate out of a single request'
const NO_WRONG_ITEM = 'the gate sends streams of valid items only, and does not vary the items'
const NO_XML = 'the gate does not check XML against schemas'

/** The reasons why the gate never tests certain parts of a document, by the kind of the part, such as a callback. */
const UNEXERCISED: Readonly<Record<Unexercised['kind'], string>> = {
  callback: 'the server sends this request, and the gate does not receive requests',
  webhook: 'the server sends this request, and the gate does not receive requests',
  link: 'links are not checked: the gate only uses them to find path values',
  'unreadable-response': 'a $ref of the response has no target, so body and headers are unknown',
  'header-content': 'the gate checks a header with `content` only if the content is JSON',
  'external-example': 'the gate does not download examples',
  'serialized-example': 'the gate does not compare `serializedValue` with what is sent',
  'item-encoding': 'the gate does not read or write the parts of a multipart body by their position',
  'server-name': 'the name of a server is only information for readers',
  tag: 'the summary, parent and kind of a tag are only information for readers',
  'security-metadata':
    'this property of a security scheme is information for clients, and no response can show whether it is true',
  'device-authorization': 'the gate cannot use the device authorization flow: a user must confirm a code in a browser',
}

const EVERYWHERE: readonly TargetKind[] = ['mock', 'sandbox', 'live']

/** Returns all clauses of an operation, in document order. */
export function listClauses(operation: Operation): Clause[] {
  return new ClauseList(operation).all()
}

/** Returns the id of the clause at `pointer`. `half` is only for clauses of the kinds `accepts` and `refuses`. */
export function clauseId(operation: { readonly id: string }, pointer: string, half?: 'accepts' | 'refuses'): string {
  return operation.id + pointer + (half === undefined ? '' : `:${half}`)
}

/** An invariant of a response, or of a schema in the body of a response. */
export interface PlacedInvariant {
  readonly invariant: Invariant
  readonly response: Response
  /** The pointer of the clause that belongs to the invariant. */
  readonly pointer: string
  /**
   * Set only for an invariant of a schema. Contains one keyword of this schema, such as `type`. The invariant is
   * checked for each value to which the keyword applies. In the invariant, `self` is this value.
   */
  readonly along?: Keyword
}

/** Returns the invariants of all responses and of the schemas in their bodies. */
export function listInvariants(operation: Operation): PlacedInvariant[] {
  return operation.responses.flatMap((response) => {
    const own = response.invariants.map((invariant) => ({
      invariant,
      response,
      pointer: response.pointer + join('x-invariants', invariant.id),
    }))
    const inSchemas = response.content.flatMap((mediaType) =>
      mediaType.schema ? schemasWithInvariants(mediaType.schema) : [],
    )
    const theirs = inSchemas.flatMap(({ keyword, invariants, pointer }) =>
      invariants.map((invariant) => ({
        invariant,
        response,
        pointer: pointer + join('x-invariants', invariant.id),
        along: keyword,
      })),
    )
    return [...own, ...theirs]
  })
}

function schemasWithInvariants(schema: Schema): { keyword: Keyword; invariants: Invariant[]; pointer: string }[] {
  const seen = new Set<string>()
  return listKeywords(schema, 'response').flatMap((keyword) => {
    const { pointer, value, address } = keyword.schema
    if (seen.has(pointer) || !isObject(value)) return []
    seen.add(pointer)
    const invariants = readInvariants(value, address)
    return invariants.length === 0 ? [] : [{ keyword, invariants, pointer: schema.pointer + pointer }]
  })
}

interface ClauseDetails {
  readonly status?: string
  readonly keyword?: Keyword
  readonly from?: Address
  /** The reason why no target can test the clause. The clause then does not count for coverage. */
  readonly never?: string | undefined
  /** The reason why the gate cannot check the clause. The clause still counts for coverage. */
  readonly fault?: string | undefined
}

class ClauseList {
  readonly #operation: Operation
  readonly #clauses: Clause[] = []

  /** True if the document has annotations that apply to the clauses below them. */
  readonly #isAnnotated: boolean

  constructor(operation: Operation) {
    this.#operation = operation
    this.#isAnnotated = ['x-source', 'x-unreachable'].some((key) => usesKey(operation.document, key))
  }

  all(): Clause[] {
    const { security, parameters, requestBody, responses, update } = this.#operation
    for (const { pointer, address, schemes } of new Map(security.map((each) => [each.pointer, each])).values()) {
      if (schemes.length === 0 && security.length === 1) continue
      const isOfConnection = schemes.length > 0 && schemes.every(({ type }) => type === 'mutualTLS')
      this.#add('security', pointer, address, {
        from: schemes[0]?.address ?? address,
        ...(isOfConnection ? { fault: NO_CERTIFICATES } : {}),
      })
    }
    parameters.forEach((parameter) => this.#addParameter(parameter))
    if (requestBody !== undefined) {
      if (requestBody.required)
        this.#addRequest(`${requestBody.pointer}/required`, childOf(requestBody.address, 'required'))
      this.#addRequest(`${requestBody.pointer}/content`, childOf(requestBody.address, 'content'))
      for (const mediaType of requestBody.content) {
        const fault = isXml(mediaType.range) ? NO_XML : mediaType.isStream === true ? NO_WRONG_ITEM : undefined
        this.#add('accepts', mediaType.pointer, mediaType.address)
        // Forms have no clause about malformed bodies, because every text is a valid form.
        if (!FORM.test(mediaType.range)) this.#add('refuses', mediaType.pointer, mediaType.address)
        if (mediaType.schema !== undefined) this.#addRequestSchema(mediaType, mediaType.schema, fault)
      }
    }
    responses.forEach((response) => this.#addResponse(response))
    listInvariants(this.#operation).forEach(({ invariant, response, pointer }) => {
      this.#add('invariant', pointer, invariant.address, { status: response.status })
    })
    if (update !== undefined) {
      for (const field of update.fields) this.#add('update', `/x-update${join(field.name)}`, update.address)
      this.#add('update-refused', '/x-update/refused', update.address)
    }
    for (const { kind, pointer, address } of this.#operation.unexercised)
      this.#add(kind, pointer, address, { fault: UNEXERCISED[kind] })
    return this.#clauses
  }

  #addParameter(parameter: Parameter): void {
    const { pointer, address, schema, reserved: never } = parameter
    if (parameter.required) {
      this.#add('accepts', `${pointer}/required`, childOf(address, 'required'), { never })
      // There is no clause about a missing path parameter, because the request would have another path.
      if (parameter.in !== 'path') this.#add('refuses', `${pointer}/required`, childOf(address, 'required'), { never })
    }
    if (schema === undefined) return
    for (const keyword of listKeywords(schema, 'request')) {
      this.#add('accepts', schema.pointer + keyword.pointer, keyword.address, { keyword, never })
      const anyText = keyword.name === 'type' && admitsAnyText(keyword.value)
      if (!anyText) this.#add('refuses', schema.pointer + keyword.pointer, keyword.address, { keyword, never })
    }
    this.#addAcceptedValues(schema, { never })
  }

  #addRequestSchema({ range }: MediaType, schema: Schema, fault: string | undefined): void {
    for (const keyword of listKeywords(schema, 'request')) {
      const more = { keyword, fault }
      this.#add('accepts', schema.pointer + keyword.pointer, keyword.address, more)
      const anyText = isForm(range) && keyword.name === 'type' && admitsAnyForm(keyword.value)
      if (!anyText) this.#add('refuses', schema.pointer + keyword.pointer, keyword.address, more)
    }
    this.#addAcceptedValues(schema, { fault })
  }

  #addAcceptedValues(schema: Schema, why: Pick<ClauseDetails, 'never' | 'fault'>): void {
    for (const each of listNamedValues(schema, 'request')) {
      this.#add('accepts', schema.pointer + each.pointer, each.address, why)
    }
  }

  #addRequest(pointer: string, address: Address): void {
    this.#add('accepts', pointer, address)
    this.#add('refuses', pointer, address)
  }

  #addResponse(response: Response): void {
    const { status } = response
    this.#add('status', response.pointer, response.address, { status })
    for (const header of response.headers) {
      if (header.required)
        this.#add('header', `${header.pointer}/required`, childOf(header.address, 'required'), { status })
      if (header.schema !== undefined) this.#addResponseSchema(header.schema, status)
    }
    const never = whyBodiless(this.#operation.method, status)
    if (response.isUnreadable === true) return
    for (const mediaType of response.content) {
      this.#add('content-type', mediaType.pointer, mediaType.address, { status, never })
      const fault = never === undefined ? whyNotRead(mediaType) : undefined
      if (mediaType.schema !== undefined) this.#addResponseSchema(mediaType.schema, status, { never, fault })
    }
  }

  #addResponseSchema(schema: Schema, status: string, why: Pick<ClauseDetails, 'never' | 'fault'> = {}): void {
    for (const keyword of listKeywords(schema, 'response')) {
      this.#add('keyword', schema.pointer + keyword.pointer, keyword.address, { status, keyword, ...why })
    }
    for (const each of listNamedValues(schema, 'response')) {
      this.#add(each.kind, schema.pointer + each.pointer, each.address, { status, ...why })
    }
  }

  #add(kind: ClauseKind, pointer: string, address: Address, more: ClauseDetails = {}): void {
    const operation = this.#operation
    const { from, keyword, status, never, fault = keyword?.fault } = more
    const stops = this.#stopsTo(pointer, from)
    const half = kind === 'accepts' || kind === 'refuses' ? kind : undefined
    const ofStatus = status === undefined ? undefined : operation.unreachableStatuses.get(status)
    this.#clauses.push({
      id: clauseId(operation, pointer, half),
      operation: operation.id,
      pointer,
      kind,
      definedAt: operation.document.locate(address),
      ...sourceOf(stops),
      ...(status === undefined ? {} : { status }),
      ...(fault === undefined ? {} : { fault }),
      unreachable: [
        ...(never === undefined ? [] : EVERYWHERE.map((on) => ({ on, because: never }))),
        ...(ofStatus?.on ?? []).map((on) => ({ on, because: ofStatus?.because ?? '' })),
        ...unreachableOn(stops),
      ],
    })
  }

  #stopsTo(pointer: string, from: Address | undefined): ReturnType<typeof trace> {
    if (!this.#isAnnotated) return []
    const { document, address, parameters } = this.#operation
    const stops = trace(document, address, pointer)
    if (from !== undefined) return [...stops, ...trace(document, from, '')]
    // A parameter of the path item is outside the operation, so the path to the parameter is traced separately.
    const parameter = parameters.find((each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`))
    if (parameter === undefined || parameter.address.startsWith(`${address}/`)) return stops
    return [...stops, ...trace(document, parameter.address, pointer.slice(parameter.pointer.length))]
  }
}

/**
 * Returns the reason why the gate does not check bodies of a media type against schemas. Returns undefined if it checks
 * them.
 */
function whyNotRead({ range, isStream }: MediaType): string | undefined {
  if (isXml(range)) return NO_XML
  if (isStream === true && streamFormat(range) !== undefined) return undefined
  return isJson(range) ? undefined : `the gate does not check ${range} against schemas`
}

/**
 * True if every possible text of a form field is valid for at least one of the types. This is so for `string`, and also
 * for `array` and `object`, because forms contain lists and objects as text too.
 */
function admitsAnyForm(type: Keyword['value']): boolean {
  return [type].flat().some((each) => each === 'string' || each === 'array' || each === 'object')
}

function admitsAnyText(type: Keyword['value']): boolean {
  return type === 'string' || (Array.isArray(type) && type.includes('string'))
}

/**
 * Returns the source of one part of a clause, such as a negative case. Example: in `x-source`, the key `format/naive`
 * is about date-times without an offset.
 */
export function sourceOfPart(operation: Operation, pointer: string, part: string): Clause['source'] {
  return sourceOf(trace(operation.document, operation.address, pointer), part).source
}

/** True if the document promises nothing about a negative case, because its source is `open`. */
export function isOpen(
  operation: Operation,
  { clause, name }: { readonly clause: string; readonly name: string },
): boolean {
  return sourceOfPart(operation, clause, name) === 'open'
}

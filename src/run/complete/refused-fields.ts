import { tokens } from '../../document/json-pointer.ts'
import { wordsOf } from '../../journeys/words.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'

/** A body property that an error message names, and the message. */
export interface RefusedField {
  /** The path to the property, as the response states it. It may begin with additional names, such as `body`. */
  readonly path: readonly string[]
  readonly text: string
}

/** The maximum number of errors that are read in one list or object. */
const MOST_READ = 50

/** The maximum number of properties that are read from one response. */
const MOST_FIELDS = 20

/**
 * Finds the body properties that an error response names. Reads problem details (RFC 9457), JSON:API, and the errors of
 * FastAPI, Django REST framework, Rails, Spring, ASP.NET, Laravel, NestJS, ajv, zod, joi, express-validator and the
 * validator of Go.
 */
export function refusedFields(body: Json): RefusedField[] {
  return fieldsIn(body, [], false)
    .filter(({ path }) => path.length > 0)
    .slice(0, MOST_FIELDS)
}

/**
 * Words for the parts of an error response that contain errors. A key of an error object that consists only of these
 * words, such as `errors`, is not taken for the name of a refused property.
 */
const CONTAINERS: ReadonlySet<string> = new Set(
  'error errors detail details issues message messages field errors form errors violations invalid params json body inner'.split(
    ' ',
  ),
)

function isContainer(name: string): boolean {
  const words = wordsOf(name)
  return words.every((word) => CONTAINERS.has(word))
}

function fieldsIn(node: Json, path: readonly string[], isError: boolean): RefusedField[] {
  if (typeof node === 'string') return path.length > 0 ? [{ path, text: node }] : fieldsInText(node)
  if (isArray(node)) return node.slice(0, MOST_READ).flatMap((each) => fieldsIn(each, path, true))
  if (!isObject(node)) return []
  const location = locationOf(node)
  if (location !== undefined) return [{ path: location, text: textIn(node) }]
  return Object.entries(node)
    .slice(0, MOST_READ)
    .flatMap(([name, each]) => {
      if (isContainer(name)) return fieldsIn(each, path, true)
      const isList = isArray(each) && each.length > 0 && each.every((item) => typeof item === 'string')
      const isNested = isError && (typeof each === 'string' || isObject(each)) && !NOTES.has(name)
      return isList || isNested ? fieldsIn(each, [...path, ...segmentsOf(name)], true) : []
    })
}

/** Properties of an error object that say nothing about the refused property. */
const NOTES: ReadonlySet<string> = new Set(
  'code type title status statusCode timestamp instance traceId requestId name expected received kind value input'.split(
    ' ',
  ),
)

/** Returns the path of the property that an error object names. */
function locationOf(error: JsonObject): string[] | undefined {
  const { params, source } = error
  const missing = isObject(params) ? params['missingProperty'] : undefined
  const parent = error['instancePath'] ?? error['dataPath'] ?? ''
  if (typeof missing === 'string') return [...segmentsOf(String(parent)), missing]
  const isMessage = ['message', 'msg', 'reason', 'detail', 'defaultMessage', 'error', 'code'].some(
    (name) => name in error,
  )
  const given = [
    error['loc'],
    error['path'],
    error['field'],
    error['param'],
    error['propertyName'],
    error['property'],
    error['pointer'],
    isObject(source) ? source['pointer'] : undefined,
    error['instancePath'],
    error['reason'] === undefined ? undefined : error['name'],
  ].find((each) => each !== undefined && each !== null && each !== '')
  if (given === undefined || !isMessage) return undefined
  return isArray(given) ? given.map(String) : typeof given === 'string' ? segmentsOf(given) : undefined
}

function segmentsOf(place: string): string[] {
  if (place.startsWith('#/') || place.startsWith('/')) return tokens(place.replace(/^#/, ''))
  return place
    .replace(/^\$\.?/, '')
    .split(/[.[\]]+/)
    .filter((each) => each !== '')
}

/** Returns all texts of an error object. Adds the list of allowed values, if the error object has one. */
function textIn(error: JsonObject): string {
  const { params, ctx, ...own } = error
  const values = [own, params, ctx].flatMap((each) => (isObject(each) ? Object.entries(each) : []))
  const texts = values.flatMap(([name, each]) => {
    const isList = isArray(each) && /options|allowedvalues|enum|permitted/i.test(name)
    return isList ? [`one of: ${each.map(String).join(', ')}`] : typeof each === 'string' ? [each] : []
  })
  return texts.join('; ')
}

/** Ways in which error messages name a property. */
const FORMS: readonly RegExp[] = [
  /validation for '([\w.]+)'/i,
  /(?:missing|required|unknown) (?:required )?(?:field|property|parameter|key|attribute|value)s?:? (?:for )?[`'"]?([\w.]+)/i,
  /[`'"]([\w.]+)[`'"] (?:field |property )?(?:is|must|should|can|may|has|cannot|already)/i,
  /^(?:the )?([a-z][\w.]*(?: [\w.]+){0,2}?)(?: field| property)? (?:is|are|must|should|can't|can’t|cannot|may not|has|needs|already)\b/i,
]

const NO_NAMES: ReadonlySet<string> = new Set(
  'request body payload value input it this data json field property the resource object there id'.split(' '),
)

function fieldsInText(text: string): RefusedField[] {
  return text
    .slice(0, 2000)
    .split(/[;\n]|\. |, (?=[a-z]\w* (?:is|must|should)\b)/)
    .flatMap((part) => {
      const name = FORMS.map((form) => form.exec(part.trim())?.[1]).find((each) => each !== undefined)
      return name === undefined || NO_NAMES.has(name.toLowerCase())
        ? []
        : [{ path: segmentsOf(name), text: part.trim() }]
    })
}

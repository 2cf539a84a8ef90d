/** Makes a JSON response. */
export const json = (status, body, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

/** Makes a response without a body. */
export const empty = (status, headers = {}) => new Response(null, { status, headers })

const decode = (text) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const pathValues = (parts, actual) => {
  if (parts.length !== actual.length) return undefined
  const path = {}
  for (const [i, part] of parts.entries()) {
    const value = decode(actual[i])
    if (value === undefined) return undefined
    if (part.startsWith('{')) path[part.slice(1, -1)] = value
    else if (part !== actual[i]) return undefined
  }
  return Object.values(path).includes('') ? undefined : path
}

/**
 * Makes a handler from a table such as `{ 'GET /todos/{id}': ({ request, url, path }) => Response }`. Answers HEAD like
 * GET without the body (RFC 9110 section 9.3.2), and OPTIONS with `Allow`. `refuse(status, request)` returns the
 * response for a 404 or 405, and `Allow` is added to the 405.
 */
export function route(table, refuse) {
  const routes = Object.entries(table).map(([key, handle]) => {
    const [method, template] = key.split(' ')
    return { method, parts: template.split('/'), handle }
  })
  return async (request) => {
    const url = new URL(request.url)
    const actual = url.pathname.split('/')
    const matches = routes.filter(({ parts }) => pathValues(parts, actual) !== undefined)
    if (matches.length === 0) return refuse(404, request)
    const found =
      matches.find(({ method }) => method === request.method) ??
      (request.method === 'HEAD' ? matches.find(({ method }) => method === 'GET') : undefined)
    if (found === undefined) {
      const allow = matches.map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ')
      if (request.method === 'OPTIONS') return empty(204, { allow })
      const response = refuse(405, request)
      response.headers.set('allow', allow)
      return response
    }
    const response = await found.handle({ request, url, path: pathValues(found.parts, actual) })
    return request.method === 'HEAD' ? new Response(null, response) : response
  }
}

/**
 * Reads a JSON body. Returns `{ value }`, or `{ problem }` with `media-type`, `empty` or `malformed`.
 * @param {Request} request
 * @param {string[]} types the accepted media types
 */
export async function readJson(request, types = ['application/json']) {
  const type = (request.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase()
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength === 0) return { problem: 'empty' }
  if (!types.includes(type)) return { problem: 'media-type' }
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { problem: 'malformed' }
  }
}

const dateTime = /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const isDate = (text) => {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const label = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const mailbox = new RegExp(`^(${atom}(\\.${atom})*|"([^"\\\\]|\\\\.)*")@(${label}(\\.${label})*|\\[[^\\]]+\\])$`)
const formats = {
  'date-time': (text) => isDate(dateTime.exec(text)?.[1] ?? ''),
  date: isDate,
  email: (text) => mailbox.test(text),
  uuid: (text) => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text),
  uri: (text) => /^[A-Za-z][A-Za-z\d+.-]*:([\w\-.~!$&'()*+,;=:@/?#[\]]|%[\dA-Fa-f]{2})*$/.test(text),
}

const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
const isType = (value, type) => (type === 'integer' ? Number.isInteger(value) : typeOf(value) === type)

function objectViolations(value, rule, path) {
  const properties = rule.properties ?? {}
  const found = (rule.required ?? [])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path: [...path, name], kind: 'required', message: 'is required' }))
  if (Object.keys(value).length < (rule.minProperties ?? 0))
    found.push({ path, kind: 'minProperties', message: 'has too few properties' })
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(properties, name)) found.push(...violations(value[name], properties[name], [...path, name]))
    else if (rule.closed) found.push({ path: [...path, name], kind: 'unknown', message: 'is not a known property' })
  }
  return found
}

function arrayViolations(value, rule, path) {
  const found = value.flatMap((item, i) => violations(item, rule.items ?? {}, [...path, i]))
  if (value.length < (rule.minItems ?? 0) || value.length > (rule.maxItems ?? Infinity))
    found.push({ path, kind: 'length', message: 'has the wrong number of items' })
  if (rule.unique && new Set(value.map((item) => JSON.stringify(item))).size < value.length)
    found.push({ path, kind: 'unique', message: 'has equal items' })
  return found
}

function textViolation(value, rule) {
  const length = [...value].length
  if (length < (rule.minLength ?? 0)) return `is shorter than ${rule.minLength} characters`
  if (length > (rule.maxLength ?? Infinity)) return `is longer than ${rule.maxLength} characters`
  if (rule.pattern && !rule.pattern.test(value)) return 'does not match the pattern'
  if (rule.format && !formats[rule.format](value)) return `is not a valid ${rule.format}`
  return undefined
}

/**
 * Lists the violations of a value as `{ path, kind, message }`. A rule has the keywords of JSON Schema that the servers
 * need. `pattern` is a RegExp, `closed` means `additionalProperties: false`, and `unique` means `uniqueItems`. Length is
 * counted in code points, as in JSON Schema.
 */
export function violations(value, rule, path = []) {
  const violation = (kind, message) => [{ path, kind, message }]
  const types = rule.type === undefined ? [] : [rule.type].flat()
  if (types.length > 0 && !types.some((type) => isType(value, type)))
    return violation('type', `is not of type ${types.join(' or ')}`)
  if (rule.enum && !rule.enum.includes(value)) return violation('enum', `is not one of ${rule.enum.join(', ')}`)
  if (typeof value === 'number') {
    if (value < (rule.minimum ?? -Infinity)) return violation('minimum', `is less than ${rule.minimum}`)
    if (value > (rule.maximum ?? Infinity)) return violation('maximum', `is greater than ${rule.maximum}`)
  }
  if (typeof value === 'string') {
    const message = textViolation(value, rule)
    return message === undefined ? [] : violation('text', message)
  }
  if (Array.isArray(value)) return arrayViolations(value, rule, path)
  return typeOf(value) === 'object' ? objectViolations(value, rule, path) : []
}

const parseText = (text, type) => {
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/**
 * Reads query parameters by rules such as `{ limit: { type: 'integer', minimum: 1, default: 20 } }` and returns `{
 * values, violations }`. A rule with `needed` is a required parameter. Unknown parameters are ignored.
 */
export function readQuery(url, rules) {
  const values = {}
  const found = []
  for (const [name, rule] of Object.entries(rules)) {
    const text = url.searchParams.get(name)
    if (text === null) {
      if (rule.needed) found.push({ path: [name], kind: 'required', message: 'is required' })
      values[name] = rule.default
    } else {
      values[name] = parseText(text, rule.type)
      found.push(...violations(values[name], rule, [name]))
    }
  }
  return { values, violations: found }
}

import { childOf } from '../../document/document.ts'
import { pointer } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import { headerOf } from '../../exchanges/exchange.ts'
import { jsonOf, type Evidence } from '../../evidence/evidence.ts'
import type { RuleFault, Rule } from '../rule.ts'

/**
 * Only this number of characters at the beginning of a text is searched. Leaks are usually at the beginning, and long
 * texts are slow to search.
 */
const MOST_CHARACTERS = 20_000

/**
 * Patterns that match server internals, such as stack traces, but do not match ordinary sentences. Each repetition in a
 * pattern has an upper bound, because an unbounded repetition would take quadratic time.
 */
const LEAKS: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a stack trace',
    /\bat [\w$.<>[\] ]{1,100} ?\((?:[^()\s]+:\d+(?::\d+)?|native|<anonymous>)\)|\bat (?:file:\/\/)?\/[^\s:]+:\d+:\d+|Traceback \(most recent call last\)|^[ \t]{1,20}File "[^"\n]{1,400}", line \d+|\bat (?:[a-z_]\w{0,80}\.){2,20}[\w$]{1,80}\([\w$]{1,80}\.java:\d+\)|\.go:\d+ \+0x[0-9a-f]+|\.rb:\d{1,6}:in [`']|\bthread '[^'\n]{1,80}' panicked at\b/im,
  ],
  [
    'an SQL statement',
    /\bSELECT\s[^.!?]{1,200}?\sFROM\s+["'`\w]|\bselect\s+(?:\*|["`]\w+["`]|\w+\.\w+)[^.!?]{0,200}?\sfrom\s|\bINSERT\s+INTO\s+["'`\w.]+\s*(?:\(|VALUES)|\bUPDATE\s+["'`\w.]+\s+SET\s|\bDELETE\s+FROM\s+["'`\w]|\bSQLSTATE\b|\bORA-\d{5}\b|\bPG::\w+|syntax error at or near/,
  ],
  [
    'an error of the database',
    /\bviolates (?:unique|foreign key|check|not-null|exclusion) constraint\b|\bconstraint failed: |\bSQLITE_[A-Z]{3,30}\b|\bin your SQL syntax\b|\bDuplicate entry '[^'\n]{0,200}' for key\b|\bUnclosed quotation mark after the character string\b|\bE11000 duplicate key\b/,
  ],
  ['a password in a URL', /\b[a-z][a-z0-9+]{2,20}:\/\/[^\s:@/]{1,100}:[^\s:@/]{1,100}@[\w.-]/i],
  ['a private key', /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/],
  [
    'a file path',
    /(?:^|[\s"'(=:])(?:\/(?:usr|home|var|opt|srv|app|etc|root|tmp|Users)\/[\w.@-]+(?:\/[\w.@-]+)*|[A-Za-z]:\\[\w .-]+\\[\w .\\-]+)|\bnode_modules\//,
  ],
]

export const errorBodyLeak: Rule = {
  id: 'error_body_leak',
  title: 'An error response must not reveal server internals',
  why: 'Stack traces, SQL, file paths and credentials from the request help attackers and are of no use to clients.',
  fix: 'return the documented error body, and write the details to the server log',
  examples: {
    passes: 'PATCH /orders/7 {} → 400 {"error": "due must carry a time zone"}',
    fails: 'PATCH /orders/7 {} → 400 {"error": "TypeError … at update (/srv/app/orders.js:10:5)"}',
  },
  level: 'error',
  weight: 'harm',
  stages: ['leak'],
  judge(evidence) {
    if (evidence.status < 400) return []
    return leaksIn(evidence).map(({ at, what }) => ({
      ...placeOf(evidence),
      at,
      message: `the error response reveals ${what}`,
      expected: 'an error message without server internals',
      received: what,
      // A leak in a body and a leak in a header usually have different causes, so they give different findings.
      cause: `leak ${what} ${at === '' || at.startsWith('/') ? 'in a body' : at.toLowerCase()}`,
      isOfApi: true,
    }))
  },
}

/**
 * Returns the place of the response in the document. For an undocumented status, returns the place of the `responses`
 * object.
 */
function placeOf({ response, operation }: Evidence): Pick<RuleFault, 'pointer' | 'address'> {
  if (response !== undefined) return { pointer: response.pointer }
  return { pointer: '/responses', address: childOf(operation.address, 'responses') }
}

interface Leak {
  readonly what: string
  /** JSON Pointer into the body, or the name of a header. */
  readonly at: string
}

/** Returns the first leak of each kind in the response. An example of a kind is a stack trace. */
function leaksIn(evidence: Evidence): Leak[] {
  const secrets = secretsOf(evidence)
  const body = jsonOf(evidence)
  const inBody = body === undefined ? [{ at: '', text: Buffer.from(evidence.answer.body).toString() }] : textsIn(body)
  const inHeaders = evidence.answer.headers.map(([name, text]) => ({ at: name, text }))
  const texts = [...inBody, ...inHeaders.filter(({ at }) => !OF_PATHS.has(at.toLowerCase()))]
  const leaks = texts.flatMap(({ at, text }): Leak[] => {
    const isSecret = secrets.some((secret) => text.includes(secret))
    const found = LEAKS.filter(([, pattern]) => pattern.test(text.slice(0, MOST_CHARACTERS)))
    return [...(isSecret ? ['the credentials that were sent'] : []), ...found.slice(0, 1).map(([what]) => what)].map(
      (what) => ({ what, at }),
    )
  })
  return leaks.filter(({ what }, index) => leaks.findIndex((each) => each.what === what) === index)
}

/**
 * Returns the credentials that were sent. Leaves out credentials with fewer than 8 characters, because they may be
 * ordinary words.
 */
function secretsOf({ execution, operation }: Evidence): string[] {
  const { headers = [], target = '' } = execution.exchange?.request ?? {}
  const sent = (name: string): string => headerOf({ headers }, name) ?? ''
  const query = new URLSearchParams(target.split('?')[1] ?? '')
  return operation.security
    .flatMap(({ schemes }) => schemes)
    .flatMap(({ in: place, parameter = '' }): string[] => {
      if (place === 'query') return query.getAll(parameter)
      if (place === 'cookie') return [cookieIn(sent('cookie'), parameter)]
      const [, kind = '', value = ''] =
        /^(\w+ )?(.*)$/s.exec(sent(place === 'header' ? parameter : 'authorization')) ?? []
      const password = /^basic /i.test(kind)
        ? Buffer.from(value, 'base64')
            .toString()
            .replace(/^[^:]*:/, '')
        : ''
      return [value, password]
    })
    .filter((value) => value.length >= 8)
}

function cookieIn(header: string, name: string): string {
  const pairs = header.split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

/** Headers that always contain paths or cookies. A path in such a header is not a leak. */
const OF_PATHS: ReadonlySet<string> = new Set([
  'location',
  'content-location',
  'link',
  'set-cookie',
  'content-security-policy',
])

function textsIn(value: Json, at = ''): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }]
  if (isArray(value)) return value.flatMap((item, index) => textsIn(item, `${at}/${index}`))
  if (isObject(value)) return Object.entries(value).flatMap(([name, property]) => textsIn(property, at + pointer(name)))
  return []
}

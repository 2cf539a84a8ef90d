import fc from 'fast-check'

/** The paths, tokens and keys that the generated requests use. */
export interface Aim {
  /** Paths of existing appointments. */
  readonly lobbiePath: string
  readonly anivaPath: string
  readonly token: string
  readonly key: string
}

/** A request that is valid HTTP, with any content. */
export interface HostileRequest {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  readonly chunked: boolean
}

const METHODS = ['PUT', 'PATCH', 'POST', 'GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']
const NESTED = 200_000

/** Generates requests that are valid HTTP and have hostile content. */
export function hostileRequests(aim: Aim): fc.Arbitrary<HostileRequest> {
  return fc
    .record({ at: fc.constantFrom<Api>('lobbie', 'aniva', 'token', 'states'), seed: fc.nat(), wild: fc.nat(9) })
    .chain(({ at, wild }) =>
      fc.record({
        method: wild === 0 ? fc.constantFrom(...METHODS) : fc.constant(METHOD_OF[at]),
        target: wild <= 2 ? hostileTargets(targetOf(at, aim)) : fc.constant(targetOf(at, aim)),
        headers: hostileHeaders(at, aim, wild),
        body: at === 'token' ? hostileForms() : hostileBodies(at),
        chunked: fc.boolean(),
      }),
    )
}

type Api = 'lobbie' | 'aniva' | 'token' | 'states'
const METHOD_OF = { lobbie: 'PUT', aniva: 'PATCH', token: 'POST', states: 'POST' } as const

function targetOf(at: Api, { lobbiePath, anivaPath }: Aim): string {
  if (at === 'lobbie') return lobbiePath
  if (at === 'aniva') return anivaPath
  return at === 'token' ? '/oauth/token' : '/__sandbox/states'
}

/** Generates paths in which hostile text replaces a segment, or is added as a segment. */
function hostileTargets(path: string): fc.Arbitrary<string> {
  const trick = fc.constantFrom(
    ...['..', '.', '%2e%2e', '%00', '%', '%zz', '%c0%af', '%ff', '007', '1e3', '+1', '0x10', '-0', '9'.repeat(500)],
    ...['__proto__', 'constructor', ':id', '*', '%2f', ';a=b', '%F0%9F%92%A9', '9223372036854775808', 'a'.repeat(7000)],
  )
  const printable = fc.string({ unit: fc.constantFrom(...'abcXYZ019-._~!$&()*+,;=:@%/?#[]|^{}"<>`\'') })
  return fc
    .tuple(fc.oneof(trick, trick, printable), fc.nat(8), fc.constantFrom('replace', 'append', 'query', 'double'))
    .map(([text, at, how]) => {
      if (how === 'append') return `${path}/${text}`
      if (how === 'query') return `${path}?${text}=${text}`
      if (how === 'double') return `/${path}//${text}`
      const segments = path.split('/')
      segments[1 + (at % (segments.length - 1))] = text
      return segments.join('/')
    })
}

function hostileHeaders(
  at: Api,
  { token, key }: Aim,
  wild: number,
): fc.Arbitrary<readonly (readonly [string, string])[]> {
  const value = fc.string({ unit: fc.constantFrom(...'abc012 ,;="/\\*\t()<>@[]{}~\u00e9\u00ff'), maxLength: 200 })
  const usual: readonly (readonly [string, string])[] = [
    ['authorization', `Bearer ${token}`],
    ['x-api-key', key],
    ['content-type', at === 'token' ? 'application/x-www-form-urlencoded' : 'application/json'],
  ]
  if (wild > 3) return fc.constant(at === 'token' ? usual.slice(1) : usual)
  const name = fc.constantFrom(
    ...['authorization', 'x-api-key', 'content-type', 'content-encoding', 'expect', 'accept', 'cookie', 'x-anything'],
    ...['__proto__', 'constructor', 'if-match', 'upgrade', 'x-forwarded-for', 'origin', 'range', 'te'],
  )
  const special = fc.constantFrom(
    ...[
      '',
      'Bearer',
      'Bearer ..',
      'Bearer a.b.c',
      `Bearer ${token.slice(0, -3)}AAA`,
      'Basic Og==',
      'gzip',
      '__proto__',
    ],
    ...['application/json; charset=utf-16', 'application/json;;;', 'multipart/form-data; boundary=x', '*/*'],
    ...[`Bearer eyJhbGciOiJub25lIn0.${token.split('.')[1]}.`, 'x'.repeat(4000)],
  )
  const extra = fc.array(fc.tuple(name, fc.oneof(value, special)), { maxLength: 40 })
  return fc.tuple(fc.subarray([...usual]), extra).map(([some, more]) => [...some, ...more])
}

/** Generates form bodies for the token endpoint. */
function hostileForms(): fc.Arbitrary<Buffer> {
  const name = fc.constantFrom('grant_type', 'client_id', 'client_secret', 'scope', '__proto__', 'x')
  const value = fc.oneof(fc.constantFrom('client_credentials', '', '%', '%zz', '%00', '+', '__proto__'), fc.string())
  const pairs = fc.array(
    fc.tuple(name, value).map(([key, text]) => `${key}=${text}`),
    { maxLength: 12 },
  )
  return fc.oneof(
    pairs.map((some) => Buffer.from(some.join('&'))),
    fc.uint8Array({ maxLength: 300 }).map(Buffer.from),
  )
}

function hostileBodies(at: Api): fc.Arbitrary<Buffer> {
  const fields =
    at === 'lobbie'
      ? ['note', 'practitionerId', 'startTime', 'status']
      : at === 'aniva'
        ? ['scheduled_at', 'location_id']
        : ['api', 'state', 'with', 'caseId']
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fields) },
    fc.constantFrom('__proto__', 'constructor', 'toString', 'id', ''),
  )
  const time = fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .chain((date) =>
      fc
        .constantFrom('Z', '+14:00', '-12:00', '+05:45', '', 'z', '+24:00', '[UTC]')
        .map((zone) => date.toISOString().slice(0, 19) + zone),
    )
  const value = fc.oneof(
    time,
    time,
    fc.constantFrom('SCHEDULED', 'CONFIRMED', 'lobbie', 'aniva', 'appointment', 'crowd', 'demo', 'no-appointment'),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\ud800', '\udfff', '\u0000', '\u2028', '"', '\\', 'a') }),
    fc.integer(),
    fc.double(),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(null, true, '', '2026-02-30T10:00:00Z', '9999-12-31T23:59:59-23:59', '0000-01-01T00:00:00+23:59'),
  )
  const member = fc.tuple(name, value).map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`)
  // Writes the JSON object by hand, because `JSON.stringify` cannot write the same name twice.
  const object = fc.array(member, { maxLength: 6 }).map((members) => `{${members.join(',')}}`)
  const [first = 'x'] = fields
  const plausible = fc
    .oneof(time, fc.string({ unit: 'binary' }))
    .chain((item) =>
      fc.constantFrom(
        at === 'aniva'
          ? { scheduled_at: item }
          : at === 'lobbie'
            ? { startTime: item }
            : { api: 'lobbie', state: item },
        at === 'states' ? { api: 'aniva', state: 'appointment', caseId: item } : { note: item },
        { status: 'SCHEDULED', note: item },
      ),
    )
  const text = fc.oneof(
    { weight: 30, arbitrary: object },
    { weight: 20, arbitrary: plausible.map((body) => JSON.stringify(body)) },
    { weight: 4, arbitrary: fc.json() },
    { weight: 3, arbitrary: fc.tuple(object, fc.nat(40)).map(([whole, cut]) => whole.slice(0, -cut)) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...[
          '',
          ' ',
          '\ufeff{}',
          '{"a":1e999999}',
          `{"${first}":1${'0'.repeat(5000)}}`,
          '[[[[',
          'NaN',
          '{"a"',
          '"',
          '//',
        ],
        ...[`{"${first}":"x","${first}":"y"}`, '{"__proto__":{"toString":1}}', '{"constructor":{"prototype":{"x":1}}}'],
      ),
    },
  )
  const huge = fc.constantFrom(
    () => '['.repeat(NESTED),
    () => `${'['.repeat(NESTED)}${']'.repeat(NESTED)}`,
    () => `{"${first}":${'{"a":'.repeat(NESTED / 4)}1${'}'.repeat(NESTED / 4)}}`,
    () => `{"${first}":"${'x'.repeat(900_000)}"}`,
    () => `{"${first}":"${'\\ud83d'.repeat(100_000)}"}`,
    () => `{${Array.from({ length: 20_000 }, (_, index) => `"${index}":0`).join(',')}}`,
    () => 'x'.repeat(1_500_000),
  )
  return fc.oneof(
    { weight: 400, arbitrary: text.map((written) => Buffer.from(written)) },
    { weight: 40, arbitrary: fc.uint8Array({ maxLength: 400 }).map(Buffer.from) },
    { weight: 1, arbitrary: huge.map((make) => Buffer.from(make())) },
  )
}

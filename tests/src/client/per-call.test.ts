import { describe, expect, expectTypeOf, test } from 'vitest'
import { ServerUnavailable } from '../../../src/client/errors.ts'
import { expectStatus, UnexpectedStatus, unwrap } from '../../../src/client/expect-status.ts'
import { createLobbieClient } from '../../../generated/lobbie/index.ts'
import {
  BASE_URL,
  json,
  lobbieAppointment,
  lobbieClient,
  lobbiePath,
  rejection,
  scripted,
  SECRETS,
} from './fixtures.ts'

const body = { note: 'Bring the referral letter' }

describe('a token function', () => {
  const withToken = (token: () => string | Promise<string>, ...statuses: number[]) => {
    const sent: (string | undefined)[] = []
    const client = createLobbieClient({
      baseUrl: BASE_URL,
      credentials: { token },
      fetch: async (_url, init) => {
        sent.push(init.headers['authorization'])
        const status = statuses.shift() ?? 200
        return status === 200
          ? json(200, lobbieAppointment)
          : json(status, { message: 'no' }, { 'www-authenticate': 'Bearer' })
      },
    })
    return { sent, call: () => client.updateAppointment(lobbiePath, body) }
  }

  test('is called before each request, and again after a 401', async () => {
    let count = 0
    const { sent, call } = withToken(async () => `t${(count += 1)}`, 401, 200)
    expect(await call()).toHaveProperty('status', 200)
    await call()
    expect(sent).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t3'])
  })

  test.each([
    ['throws', () => Promise.reject(new RangeError(SECRETS.token)), 'threw', 'threw an error (RangeError)'],
    ['returns nothing', () => undefined as unknown as string, 'empty', 'returned nothing that a header can carry'],
    ['returns a text that is not allowed in a header', () => `${SECRETS.token}\n`, 'empty', 'returned nothing'],
  ])(
    'that %s ends the call; nothing is sent, and the error does not contain the token',
    async (_title, token, reason, words) => {
      const { sent, call } = withToken(token)
      const error = await rejection(call())
      expect(error).toMatchObject({ name: 'CredentialsFailure', reason })
      expect(error.message).toContain(`the function in \`credentials\` ${words}`)
      expect(sent).toEqual([])
    },
  )
})

describe('headers of a call', () => {
  test('override headers of the client with the same name, in upper or lower case', async () => {
    let sent: Record<string, string> = {}
    const fetch = async (url: string, init: { headers: Record<string, string> }): Promise<Response> => {
      if (url.endsWith('/oauth/token')) return json(200, { access_token: SECRETS.token })
      sent = init.headers
      return json(200, lobbieAppointment)
    }
    const client = lobbieClient({ baseUrl: BASE_URL, fetch, headers: { 'X-Trace': 'client', 'x-team': 'blue' } })
    await client.updateAppointment(lobbiePath, body, { headers: { 'x-trace': 'call' } })
    expect(sent).toMatchObject({ 'x-trace': 'call', 'x-team': 'blue' })
  })

  test('cannot replace a header that the client sets itself, such as Authorization: the call fails', async () => {
    const { fetch } = scripted(() => json(200, lobbieAppointment))
    const call = lobbieClient({ baseUrl: BASE_URL, fetch }).updateAppointment(lobbiePath, body, {
      headers: { Authorization: 'x' },
    })
    expect((await rejection(call)).message).toContain('Authorization is set by the client itself')
  })
})

describe('a base URL', () => {
  const urlOf = async (baseUrl: string): Promise<string> => {
    const urls: string[] = []
    const fetch = async (url: string): Promise<Response> => {
      urls.push(url)
      return json(200, lobbieAppointment)
    }
    const client = createLobbieClient({ baseUrl, fetch, credentials: { token: 't' } })
    await client.updateAppointment(lobbiePath, body)
    return urls[0] ?? ''
  }

  test('that is relative is resolved against the page of a browser', async () => {
    Object.assign(globalThis, { location: { href: 'https://desk.example/app/index.html?tab=1' } })
    try {
      expect(await urlOf('/api/')).toMatch(/^https:\/\/desk\.example\/api\/partner\//)
      expect(await urlOf('api')).toMatch(/^https:\/\/desk\.example\/app\/api\/partner\//)
      expect(await urlOf('https://api.example/v1')).toMatch(/^https:\/\/api\.example\/v1\/partner\//)
    } finally {
      Reflect.deleteProperty(globalThis, 'location')
    }
  })

  test('without a host is refused outside a browser, with an example of a base URL', async () => {
    for (const baseUrl of ['/api', 'api', ''])
      await expect(urlOf(baseUrl)).rejects.toThrow(/^baseUrl must have a host, such as https:\/\/api\.example\.com/)
  })
})

describe('an undocumented 429, 502, 503 or 504', () => {
  test.each([
    [502, {}, { retryAfter: undefined, retryable: true }],
    [504, {}, { retryAfter: undefined, retryable: true }],
    [503, { 'retry-after': '120' }, { retryAfter: 120, retryable: true }],
    [429, { 'retry-after': '60' }, { retryAfter: 60, retryable: true }],
  ])('leads to the error ServerUnavailable: %i %o', async (status, headers, expected) => {
    const { fetch } = scripted(
      () => new Response('<html>', { status, headers: { 'content-type': 'text/html', ...headers } }),
    )
    const error = await rejection(lobbieClient({ baseUrl: BASE_URL, fetch }).updateAppointment(lobbiePath, body))
    expect(error).toBeInstanceOf(ServerUnavailable)
    expect(error).toMatchObject({ status, operation: 'updateAppointment', ...expected })
  })
})

describe('a response', () => {
  type Given = { status: 200; body: { id: number } } | { status: 404; body: { message: string } }
  const found = { status: 200, body: { id: 1 } } as Given
  const missing = { status: 404, body: { message: 'no' } } as Given

  test('gets the TypeScript type of its status from expectStatus', () => {
    const answer = expectStatus(found, 200)
    expectTypeOf(answer.body).toEqualTypeOf<{ id: number }>()
    expect(answer).toBe(found)
  })

  test('with a success status is reduced to its body by unwrap', () => {
    const unwrapped = unwrap(found)
    expectTypeOf(unwrapped).toEqualTypeOf<{ id: number }>()
    expect(unwrapped).toEqual({ id: 1 })
  })

  test.each([
    ['expectStatus', () => expectStatus(missing, 200)],
    ['unwrap', () => unwrap(missing)],
  ])(
    'with an unexpected status makes %s throw an error, which has the body as a property, but not in its message',
    (_name, call) => {
      let error: unknown
      try {
        call()
      } catch (thrown) {
        error = thrown
      }
      expect(error).toBeInstanceOf(UnexpectedStatus)
      expect(error).toMatchObject({ status: 404, body: { message: 'no' } })
      expect(JSON.stringify(error)).not.toContain('message')
    },
  )
})

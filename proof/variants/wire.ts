import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { setTimeout as wait } from 'node:timers/promises'
import { API_NAMES } from '../../sandbox/apis.ts'
import type { HarmlessVariant } from './variant.ts'

type Send = NonNullable<HarmlessVariant['send']>

/** Returns a change that sends the same body bytes with other headers. */
const withHeaders =
  (headers: (status: number) => Readonly<Record<string, string>>): Send =>
  (response) => {
    const changed = new Headers(response.headers)
    for (const [name, value] of Object.entries(headers(response.status))) changed.set(name, value)
    return new Response(response.body, { status: response.status, headers: changed })
  }

/**
 * Changes the text of a JSON body with `change`. The new text must contain the same JSON value. Sends the text as
 * bytes, because `Response` would add a content type to a string.
 */
export const withText =
  (change: (text: string) => string): Send =>
  async (response) =>
    new Response(Buffer.from(change(await response.text())), response)

/** Makes a variant that sends the same JSON value as another text. `write` returns the text. */
const rewritten = (write: (value: unknown) => string): Send => withText((text) => write(JSON.parse(text)))

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, property]) => [name, reversed(property)]),
  )
}

function escaped(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"((?:[^"\\]|\\.)*)"/g, (text) => {
    const plain = JSON.parse(text) as string
    return `"${plain
      .split('')
      .map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('')}"`
  })
}

function compressed(coding: string, compress: (text: string) => Uint8Array<ArrayBuffer>): Send {
  return async (response) => {
    const headers = new Headers(response.headers)
    headers.set('content-encoding', coding)
    headers.delete('content-length')
    return new Response(compress(await response.text()), { status: response.status, headers })
  }
}

const SENDS: readonly (Pick<HarmlessVariant, 'title' | 'send' | 'isOfTheWire'> & { readonly name: string })[] = [
  {
    name: 'extra-headers',
    title: 'Responses have headers that the document does not name.',
    send: withHeaders(() => ({
      'x-request-id': '7f3c',
      server: 'nginx',
      etag: '"5"',
      'cache-control': 'no-store',
      vary: 'Origin',
      'strict-transport-security': 'max-age=63072000',
    })),
  },
  {
    name: 'charset-parameter',
    title: 'The content type has a parameter charset.',
    send: withHeaders(() => ({ 'content-type': 'application/json; charset=utf-8' })),
  },
  {
    name: 'content-type-in-mixed-case',
    title: 'The content type is written in mixed case, which means the same.',
    send: withHeaders(() => ({ 'content-type': 'Application/JSON;Charset="UTF-8"' })),
  },
  {
    name: 'members-turned-round',
    title: 'The properties of every object are in another order.',
    send: rewritten((value) => JSON.stringify(reversed(value))),
  },
  {
    name: 'white-space',
    title: 'The JSON is indented and ends with a line break.',
    send: rewritten((value) => `\r\n${JSON.stringify(value, null, '\t')}\n`),
  },
  {
    name: 'unicode-escapes',
    title: 'Every character of every string is escaped.',
    send: rewritten(escaped),
  },
  {
    name: 'solidus-escaped',
    title: 'Slashes in strings are escaped, as JSON allows.',
    send: rewritten((value) => JSON.stringify(value).replaceAll('/', String.raw`\/`)),
  },
  {
    name: 'other-methods-not-found',
    title: 'A method that the document does not have is answered with 404.',
    send: async (response) => (response.status === 405 ? new Response('Not Found', { status: 404 }) : response),
  },
  {
    name: 'allow-names-more',
    title: 'The header Allow also lists HEAD and OPTIONS, in another order.',
    send: withHeaders((status) => (status === 405 ? { allow: 'OPTIONS, HEAD, PATCH, PUT' } : {})),
  },
  {
    name: 'compressed',
    title: 'Responses are compressed.',
    send: compressed('gzip', gzipSync),
  },
  {
    name: 'compressed-by-deflate',
    title: 'Responses are compressed, by deflate.',
    isOfTheWire: true,
    send: compressed('deflate', deflateSync),
  },
  {
    name: 'compressed-by-brotli',
    title: 'Responses are compressed, by brotli.',
    isOfTheWire: true,
    send: compressed('br', brotliCompressSync),
  },
  {
    name: 'chunked',
    title: 'Responses are sent in chunks of seven bytes, without a length.',
    isOfTheWire: true,
    send: async (response) => {
      const bytes = new Uint8Array(await response.arrayBuffer())
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7))
          controller.close()
        },
      })
      return new Response(body, response)
    },
  },
  {
    name: 'connection-closed',
    title: 'The connection is closed after every response.',
    isOfTheWire: true,
    send: withHeaders(() => ({ connection: 'close' })),
  },
  {
    name: 'slower',
    title: 'Every response takes a little longer.',
    isOfTheWire: true,
    send: async (response) => {
      await wait(15)
      return response
    },
  },
]

/** Differences that HTTP and JSON allow. Each is listed once for each API. */
export const wireVariants: readonly HarmlessVariant[] = API_NAMES.flatMap((api) =>
  SENDS.map(({ name, ...variant }): HarmlessVariant => ({ id: `${api}-${name}`, api, ...variant })),
)

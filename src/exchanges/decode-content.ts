import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib'
import { headerOf, type RawAnswer, type TransportFailure } from './exchange.ts'
import { codeOf } from './transport-failure.ts'

/** Decompresses bytes. If `isPartial` is true, the compressed stream is incomplete. */
type Decoder = (bytes: Uint8Array, maxBytes: number, isPartial: boolean) => Promise<Uint8Array>

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: bounded(promisify(gunzip)),
  'x-gzip': bounded(promisify(gunzip)),
  br: bounded(promisify(brotliDecompress), constants.BROTLI_OPERATION_FLUSH),
  deflate: async (bytes, ...rest) => {
    const [first = 0] = bytes
    // The first byte of zlib data ends with the hexadecimal digit 8. RFC 9110 §8.4.1.2 requires zlib, but many servers
    // send raw deflate data.
    return (first & 0x0f) === 8
      ? bounded(promisify(inflate))(bytes, ...rest)
      : bounded(promisify(inflateRaw))(bytes, ...rest)
  },
}

function bounded(
  decode: (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Promise<Uint8Array>,
  flush: number = constants.Z_SYNC_FLUSH,
): Decoder {
  return (bytes, maxBytes, isPartial) =>
    decode(bytes, { maxOutputLength: maxBytes, ...(isPartial ? { finishFlush: flush } : {}) })
}

/**
 * Decompresses a response. Returns a failure if the body is larger than `maxBytes`. A body with an unknown coding stays
 * unchanged. RFC 9110 §8.4.
 */
export async function decodeContent(answer: RawAnswer, maxBytes: number): Promise<RawAnswer | TransportFailure> {
  const codings = (headerOf(answer, 'content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length === 0 || answer.body.byteLength === 0) return answer
  if (codings.length > 4) return { kind: 'malformed', message: 'the response has more than four content codings' }
  let body = answer.body
  for (const coding of codings.toReversed()) {
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined
    if (decode === undefined) return { ...answer, body }
    try {
      body = await decode(body, maxBytes, answer.isPartial === true)
    } catch (error) {
      return codeOf(error) === 'ERR_BUFFER_TOO_LARGE'
        ? { kind: 'too-large', message: `the decompressed response is larger than ${maxBytes} bytes` }
        : { kind: 'malformed', message: `the ${coding} stream of the response is invalid` }
    }
  }
  return { ...answer, body }
}

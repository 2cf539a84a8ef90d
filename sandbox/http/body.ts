/** The body of a request as text, or the reason why it was not read. */
export type RequestText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly because: string }

/** Maximum size of a body in bytes. */
export const BODY_LIMIT = 1_000_000

// With `ignoreBOM`, a byte order mark stays in the text. Such a text is not valid JSON (RFC 8259 §8.1).
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads a body as UTF-8. Never throws, and never buffers more than `BODY_LIMIT`. */
export async function readBody(request: Request): Promise<RequestText> {
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity') return refused('The body is encoded.')
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) > BODY_LIMIT) return refused('The body is too large.')
  try {
    // Without `Content-Length`, the body arrives in chunks, so its size becomes known only while the chunks are read.
    const bytes = length === null ? await readCounted(request) : await request.arrayBuffer()
    if (bytes === undefined) return refused('The body is too large.')
    return { kind: 'text', text: UTF_8.decode(bytes) }
  } catch {
    return refused('The body could not be read as UTF-8.')
  }
}

async function readCounted(request: Request): Promise<Uint8Array | ArrayBuffer | undefined> {
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > BODY_LIMIT) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

function refused(because: string): RequestText {
  return { kind: 'refused', because }
}

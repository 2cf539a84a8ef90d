const PRIMES = firstPrimes(64)
const K = PRIMES.map((prime) => fraction(Math.cbrt(prime)))
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

/**
 * SHA-256 of a text in UTF-8, as Base64. FIPS 180-4. The page's policy names its script and style by it; the platform
 * has it only as a promise, and a format is a plain function.
 */
export function sha256(text: string): string {
  const message = pad(new TextEncoder().encode(text))
  let state = START
  for (let offset = 0; offset < message.byteLength; offset += 64) state = compress(state, message, offset)
  const bytes = state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255])
  return btoa(String.fromCharCode(...bytes))
}

function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n)
  return view
}

function compress(state: readonly number[], message: DataView, offset: number): number[] {
  const words: number[] = []
  const word = (index: number): number => words[index] ?? 0
  for (let index = 0; index < 64; index += 1) {
    if (index < 16) words.push(message.getUint32(offset + index * 4))
    else {
      const [near, far] = [word(index - 2), word(index - 15)]
      const small0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)
      const small1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10)
      words.push((word(index - 16) + small0 + word(index - 7) + small1) >>> 0)
    }
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < 64; index += 1) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const one = (h + big1 + ((e & f) ^ (~e & g)) + (K[index] ?? 0) + word(index)) >>> 0
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0
    ;[a, b, c, d, e, f, g, h] = [(one + two) >>> 0, a, b, c, (d + one) >>> 0, e, f, g]
  }
  return [a, b, c, d, e, f, g, h].map((value, index) => (value + (state[index] ?? 0)) >>> 0)
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The first 32 bits of the fractional part. FIPS 180-4 §4.2.2, §5.3.3. */
function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32)
}

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}

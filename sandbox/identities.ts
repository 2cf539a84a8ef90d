/** Invented ids, as a pure function of a seed and a name. */
export interface Identities {
  /** A whole number of at most 52 bits; `slot` (0 to 31) distinguishes the ids of one name. */
  readonly number: (name: string, slot: number) => number
  /** A lower-case UUID of version 4. */
  readonly uuid: (name: string) => string
  /** 32 hexadecimal digits. */
  readonly hex: (name: string) => string
}

const SLOTS = 32

/** The identities of one seed. Same seed, same name, same id. */
export function createIdentities(seed: number): Identities {
  const hash = (name: string) => hash128(`${seed}\u0000${name}`)
  return {
    number: (name, slot) => {
      const [high, low] = hash(name)
      return ((high & 0x7fff) * 0x1_0000_0000 + low) * SLOTS + slot
    },
    uuid: (name) => {
      const digits = toHex(hash(name))
      // Only these two of the four variants: every id then has a letter, which can be written in two cases.
      const variant = 'ab'.charAt(parseInt(digits.charAt(16), 16) % 2)
      return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `${variant}${digits.slice(17, 20)}`,
        digits.slice(20),
      ].join('-')
    },
    hex: (name) => toHex(hash(name)),
  }
}

function toHex(lanes: Lanes): string {
  return lanes.map((lane) => lane.toString(16).padStart(8, '0')).join('')
}

type Lanes = readonly [number, number, number, number]

/** Spreads a text over 128 bits. Not cryptographic. */
function hash128(text: string): Lanes {
  const lanes: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85a308d3]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    lanes[0] = Math.imul(lanes[0] ^ unit, 0x01000193) ^ (lanes[3] >>> 15)
    lanes[1] = Math.imul(lanes[1] ^ lanes[0], 0x5bd1e995) ^ (lanes[0] >>> 13)
    lanes[2] = Math.imul(lanes[2] ^ lanes[1], 0x1b873593) ^ (lanes[1] >>> 16)
    lanes[3] = Math.imul(lanes[3] ^ lanes[2], 0x2545f491) ^ (lanes[2] >>> 14)
  }
  for (let round = 0; round < 4; round += 1) {
    lanes[0] = finish(lanes[0] + lanes[3])
    lanes[1] = finish(lanes[1] + lanes[0])
    lanes[2] = finish(lanes[2] + lanes[1])
    lanes[3] = finish(lanes[3] + lanes[2])
  }
  return [lanes[0] >>> 0, lanes[1] >>> 0, lanes[2] >>> 0, lanes[3] >>> 0]
}

function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16)
  mixed = Math.imul(mixed, 0x7feb352d)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x846ca68b)
  return mixed ^ (mixed >>> 16)
}

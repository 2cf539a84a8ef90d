import { createHash } from 'node:crypto'

/**
 * Makes canaries: values that occur nowhere else, one for each kind of confidential value. A report that contains a
 * canary leaks that value. `place` names the kind of value and appears in the error message.
 */
export interface Canaries {
  /** A text with characters that every encoding writes differently. */
  text(place: string): string
  /** A word of letters and digits, for values that allow no other characters. */
  word(place: string): string
  /** A name of letters and hyphens, which looks like an ordinary property name. */
  name(place: string): string
  /** An integer of thirteen digits. Its last four digits are `count`. */
  number(place: string, count?: number): number
  /** A date-time, recognized by its fraction of a second. */
  instant(place: string): string
  /** The texts to search for: the unique part of each canary, by its `place`. */
  readonly cores: ReadonlyMap<string, string>
}

/** Creates canaries. The same `place` always gives the same value. */
export function makeCanaries(): Canaries {
  const cores = new Map<string, string>()
  const core = (place: string, of: (hash: Buffer) => string): string => {
    const made = of(createHash('sha256').update(place).digest())
    cores.set(place, made)
    return made
  }
  const word = (place: string): string =>
    core(place, (hash) => `Kq${hash.toString('hex').slice(0, 7)}Vz${100 + (hash.readUInt16BE(30) % 900)}`)
  const digits = (place: string): string =>
    core(place, (hash) =>
      String(hash.readUIntBE(0, 6) + 1e14)
        .slice(-9)
        .replace(/^0/, '7'),
    )
  const letters = (hash: Buffer): string =>
    [...hash.subarray(0, 9)].map((byte) => 'abcdefghijklmnopqrstuvwxyz'[byte % 26]).join('')
  return {
    cores,
    word,
    name: (place) => core(place, (hash) => `Smith-${letters(hash)}`),
    text: (place) => `${word(place)} "Zoë" <b>&'/+=%\\ ${word(place)}`,
    number: (place, count = 0) => Number(`${digits(place)}${String(count).padStart(4, '0')}`),
    instant: (place) => `2031-07-23T09:15:41.${digits(place)}Z`,
  }
}

import { createHash } from 'node:crypto'

/** Values that exist nowhere else, each for one place outside: one in a report is a leak. */
export interface Canaries {
  /** A text for a place: with letters that every encoding writes differently. */
  text(place: string): string
  /** A word for a place where only letters and digits may stand. */
  word(place: string): string
  /** A name for a place, spelt as a member of a type may be: with letters and hyphens alone. */
  name(place: string): string
  /** A whole number for a place, of thirteen digits; the last four count. */
  number(place: string, count?: number): number
  /** An instant for a place: it is known by its fraction of a second. */
  instant(place: string): string
  /** Texts to look for: the part of each value that is its own, by its place. */
  readonly cores: ReadonlyMap<string, string>
}

/** Makes canaries: the same place, the same value. */
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

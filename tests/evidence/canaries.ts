import { createHash } from 'node:crypto'

/**
 * Makes canaries. A canary is a unique value that a test uses as confidential data. If a report contains the canary,
 * the report leaks that data. `place` says where the data is; error messages of the test show it.
 */
export interface Canaries {
  /** Returns a text. Encodings such as percent-encoding and HTML escaping change some of its characters. */
  text(place: string): string
  /** Returns a word of letters and digits, for example for a header or a token. */
  word(place: string): string
  /** Returns a name of letters and hyphens that could be the name of a property. */
  name(place: string): string
  /** Returns an integer of thirteen digits. The last four digits are `count`. */
  number(place: string, count?: number): number
  /** Returns a date-time with a unique fraction of a second. */
  instant(place: string): string
  /** The unique part of each canary, by place. A test searches the reports for this part. */
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

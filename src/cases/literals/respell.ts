import { offsetAt, renderInstant } from './wall-clock.ts'

/** A way to write a date-time. RFC 3339 §5.6 allows all these ways. */
export interface Spelling {
  /**
   * The time zone: a name of the IANA database, an offset, or `Z`. `-00:00` is written unchanged. Default: the offset
   * of the original text.
   */
  readonly zone?: string
  /** The fractional digits of the seconds. Default: those of the original text. */
  readonly fraction?: string
  /** If true, `t` and `z` are written in lower case. */
  readonly lower?: true
}

const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

/**
 * Shifts a date-time by `plus` milliseconds and writes the result in another form. Returns undefined if `text` is not a
 * date-time.
 */
export function respell(text: string, plus: number, { zone, fraction, lower }: Spelling): string | undefined {
  const [, digits = '', offset = ''] = DATE_TIME.exec(text) ?? []
  if (offset === '') return undefined
  const instant = Date.parse(text.replace(digits, '').toUpperCase()) + plus
  const own = zone ?? offset.toUpperCase()
  if (Number.isNaN(instant) || offsetAt(instant, own) % 60_000 !== 0) return undefined
  const rendered = renderInstant(instant, own)
  if (rendered === undefined) return undefined
  const decimal = fraction === undefined ? digits : `.${fraction}`
  const written = rendered.slice(0, 19) + decimal + (own === '-00:00' ? own : rendered.slice(19))
  return lower === true ? written.toLowerCase() : written
}

import type { Format } from 'ajv'
import ajvFormats, { type FormatName } from 'ajv-formats'
import { isByte, isDate, isDateTime, isInt32, isInt64, isRegex, isTime, isUri, isUuid } from './format-checks.ts'

export { isDate, isDateTime, isTime, isUuid } from './format-checks.ts'

/** Formats of ours: each wins over a library's reading of the same name. */
export const CHECKED_FORMATS: Readonly<Record<string, Format>> = {
  'date-time': isDateTime,
  date: isDate,
  time: isTime,
  uuid: isUuid,
  byte: isByte,
  regex: isRegex,
  uri: isUri,
  int32: { type: 'number', validate: isInt32 },
  int64: { type: 'number', validate: isInt64 },
}

/** Formats for which `ajv-formats` has a plain regular expression, and a right one. */
const BORROWED_FORMATS: readonly FormatName[] = [
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'json-pointer',
  'relative-json-pointer',
  'uri-reference',
  'uri-template',
]

/** Formats that say something to a reader and allow every value. OpenAPI format registry; JSON Schema 2020-12 §7.3. */
export const ANNOTATED_FORMATS: readonly string[] = [
  'binary',
  'double',
  'float',
  'idn-email',
  'idn-hostname',
  'iri',
  'iri-reference',
  'password',
]

/** Every format that a schema may name; any other is an error of the document under strict compilation. */
export const KNOWN_FORMATS: readonly string[] = [
  ...Object.keys(CHECKED_FORMATS),
  ...BORROWED_FORMATS,
  ...ANNOTATED_FORMATS,
].toSorted()

/** What `addFormats` needs of an Ajv, whichever draft it is for. */
export interface TakesFormats {
  addFormat(name: string, format: Format): unknown
}

/**
 * Gives an Ajv our formats and no others. `ajv-formats` takes naive offsets (`+0530`), blank separators and `urn:uuid:`
 * for valid, so only its regular expressions for other formats are borrowed.
 */
export function addFormats(ajv: TakesFormats): void {
  for (const name of BORROWED_FORMATS) ajv.addFormat(name, ajvFormats.default.get(name))
  for (const name of ANNOTATED_FORMATS) ajv.addFormat(name, true)
  for (const [name, format] of Object.entries(CHECKED_FORMATS)) ajv.addFormat(name, format)
}

import type { Format as AjvFormat } from 'ajv'
import { ANNOTATION_FORMATS } from './formats/annotations.ts'
import { byte } from './formats/byte.ts'
import { dateTime } from './formats/date-time.ts'
import { date } from './formats/date.ts'
import { email } from './formats/email.ts'
import type { SchemaFormat } from './formats/format.ts'
import { int32, int64 } from './formats/integers.ts'
import { LIBRARY_FORMATS } from './formats/library-formats.ts'
import { regex } from './formats/regex.ts'
import { time } from './formats/time.ts'
import { uriTemplate } from './formats/uri-template.ts'
import { uri } from './formats/uri.ts'
import { uuid } from './formats/uuid.ts'

export { isDate } from './formats/date.ts'
export { isDateTime } from './formats/date-time.ts'
export { isUuid } from './formats/uuid.ts'

/** All supported formats. JSON Schema 2020-12 Validation §7.3; OpenAPI format registry. */
const FORMATS: readonly SchemaFormat[] = [
  dateTime,
  date,
  time,
  uuid,
  email,
  uri,
  uriTemplate,
  byte,
  regex,
  int32,
  int64,
  ...LIBRARY_FORMATS,
  ...ANNOTATION_FORMATS,
]
const byName = new Map(FORMATS.map((format) => [format.name, format]))

/** Returns the format with this name. Returns undefined if it is not supported. */
export function formatNamed(name: string): SchemaFormat | undefined {
  return byName.get(name)
}

/** The names of all supported formats, sorted. */
export const KNOWN_FORMATS: readonly string[] = [...byName.keys()].toSorted()

/** An Ajv instance, reduced to its method that registers formats. */
export interface TakesFormats {
  addFormat(name: string, format: AjvFormat): unknown
}

/**
 * Registers the supported formats with Ajv. They replace the formats of `ajv-formats`, which accept date-times without
 * an offset.
 */
export function addFormats(ajv: TakesFormats): void {
  for (const { name, appliesTo, check } of FORMATS) {
    if (check === undefined) ajv.addFormat(name, true)
    else if (appliesTo === 'string') ajv.addFormat(name, check as RegExp | ((value: string) => boolean))
    else ajv.addFormat(name, { type: 'number', validate: check as (value: number) => boolean })
  }
}

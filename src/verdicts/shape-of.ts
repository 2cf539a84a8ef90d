import { isDate, isDateTime, isUuid } from '../schemas/formats.ts'
import { isArray, type Json } from '../json.ts'

/** A value from outside as a typed token, its content left out: `<string 17>`, `<date-time +02:00>`, `<integer>`. */
export function shapeOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (typeof value === 'boolean') return '<boolean>'
  if (typeof value === 'number') return Number.isInteger(value) ? '<integer>' : '<number>'
  if (typeof value === 'string') return shapeOfText(value)
  if (isArray(value)) return `<array ${value.length}>`
  return `<object ${Object.keys(value).length}>`
}

function shapeOfText(value: string): string {
  if (isDateTime(value)) return `<date-time ${/(z|[+-]\d\d:\d\d)$/i.exec(value)?.[0] ?? ''}>`
  if (/^\d{4}-\d\d-\d\d[t ]\d\d:\d\d(:\d\d(\.\d+)?)?$/i.test(value)) return '<date-time without zone>'
  if (isDate(value)) return '<date>'
  if (isUuid(value)) return '<uuid>'
  if (/^-?\d+(\.\d+)?$/.test(value)) return `<digits ${value.length}>`
  return `<string ${[...value].length}>`
}

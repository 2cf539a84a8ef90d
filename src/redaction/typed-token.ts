import { isArray, type Json } from '../json.ts'
import { isDate, isDateTime, isUuid } from '../schemas/formats.ts'

/** Returns a description of the type of a value: `<string 17>`, `<date-time +02:00>`, `<integer>`, `null`. */
export function typedToken(value: Json): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return '<boolean>'
  if (typeof value === 'bigint') return '<integer>'
  if (typeof value === 'number') return Number.isInteger(value) ? '<integer>' : '<number>'
  if (typeof value === 'string') return tokenOfText(value)
  return isArray(value) ? `<array ${value.length}>` : `<object ${Object.keys(value).length}>`
}

function tokenOfText(value: string): string {
  if (isDateTime(value)) return `<date-time ${/(z|[+-]\d\d:\d\d)$/i.exec(value)?.[0] ?? ''}>`
  if (/^\d{4}-\d\d-\d\d[t ]\d\d:\d\d(:\d\d(\.\d+)?)?$/i.test(value)) return '<date-time without zone>'
  if (isDate(value)) return '<date>'
  if (isUuid(value)) return '<uuid>'
  if (/^-?\d+(\.\d+)?$/.test(value)) return `<digits ${value.length}>`
  return `<string ${Array.from(value).length}>`
}

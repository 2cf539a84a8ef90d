import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Json } from '../../json.ts'
import { addFormats } from '../formats.ts'

/** What a format says about a value; undefined where the format is not about values of this type. */
export interface FormatCheck {
  readonly asked: 'string' | 'number'
  readonly holds: (value: Json) => boolean
  /** It says something to a reader and allows every value. */
  readonly isAnnotation?: true
}

const ANNOTATION: FormatCheck = { asked: 'string', holds: () => true, isAnnotation: true }

const registered = new Ajv2020({ strict: false, logger: false })
addFormats(registered)

/** The check of a format by its name; undefined for an unknown one. JSON Schema 2020-12 Validation §7. */
export function formatCheck(name: string): FormatCheck | undefined {
  const format = Object.hasOwn(registered.formats, name) ? registered.formats[name] : undefined
  if (format === undefined) return undefined
  if (format === true) return ANNOTATION
  const definition = typeof format === 'object' && !(format instanceof RegExp) ? format : { validate: format }
  const asked = 'type' in definition && definition.type === 'number' ? 'number' : 'string'
  const validate: unknown = definition.validate
  if (validate === true) return ANNOTATION
  if (validate instanceof RegExp) return { asked, holds: (value) => validate.test(String(value)) }
  if (typeof validate === 'string') {
    const pattern = new RegExp(validate, 'u')
    return { asked, holds: (value) => pattern.test(String(value)) }
  }
  if (typeof validate === 'function') return { asked, holds: (value) => Boolean(validate(value)) }
  return undefined
}

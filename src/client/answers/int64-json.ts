/**
 * The places of 64-bit integers in a JSON value. `properties`, `others` and `items` contain the indexes of other shapes
 * in the list of all shapes, so that a shape can refer to itself.
 */
export interface Int64Shape {
  /** True if the value itself is a 64-bit integer. */
  readonly is64?: true
  readonly properties?: Readonly<Record<string, number>>
  /** The index of the shape for all properties that are not listed. */
  readonly others?: number
  readonly items?: number
}

/** Parses and writes the JSON text of one body. */
export interface JsonCodec {
  /** Parses a text. Throws a `SyntaxError` if the text is not JSON. */
  readonly parse: (text: string) => unknown
  readonly stringify: (value: unknown) => string
}

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * Returns a codec that keeps all digits of 64-bit integers. `form` says whether the parsed integers are bigints or
 * strings of digits. The first shape describes the whole body.
 */
export function int64Json(form: 'bigint' | 'string', shapes: readonly Int64Shape[]): JsonCodec {
  return {
    parse(text) {
      const mark = unusedCharacter(text)
      const marked = text.replace(TOKENS, (token) => (/^-?\d{16,}$/.test(token) ? `"${mark}${token}"` : token))
      return walk(JSON.parse(marked), shapes, 0, (value, is64) => {
        const digits = typeof value === 'string' && value.startsWith(mark) ? value.slice(1) : undefined
        if (digits === undefined && !Number.isInteger(value)) return value
        const exact = BigInt(digits ?? (value as number))
        if (!is64) return Number(exact)
        return form === 'bigint' ? exact : String(exact)
      })
    },
    stringify(value) {
      const mark = unusedCharacter(
        JSON.stringify(value, (_name, each: unknown) => (typeof each === 'bigint' ? 0 : each)),
      )
      const marked = walk(value, shapes, 0, (each, is64) => {
        const isDigits = is64 && typeof each === 'string' && /^-?\d+$/.test(each)
        return typeof each === 'bigint' || isDigits ? `${mark}${BigInt(each)}` : each
      })
      return JSON.stringify(marked).replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1')
    },
  }
}

/**
 * Copies a JSON value. Calls `change` for each value that is neither an object nor an array, and uses the result
 * instead.
 */
function walk(
  value: unknown,
  shapes: readonly Int64Shape[],
  at: number | undefined,
  change: (value: unknown, is64: boolean) => unknown,
): unknown {
  const shape = at === undefined ? {} : (shapes[at] ?? {})
  if (Array.isArray(value)) return value.map((item) => walk(item, shapes, shape.items, change))
  if (typeof value !== 'object' || value === null) return change(value, shape.is64 === true)
  const placeOf = (name: string): number | undefined =>
    shape.properties !== undefined && Object.hasOwn(shape.properties, name) ? shape.properties[name] : shape.others
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, walk(each, shapes, placeOf(name), change)]),
  )
}

/** Returns a private-use character that does not occur in a JSON text, not even in its escaped form. */
function unusedCharacter(text: string): string {
  const lower = text.toLowerCase()
  for (let code = 0xe000; ; code += 1) {
    const character = String.fromCharCode(code)
    if (!text.includes(character) && !lower.includes(`\\u${code.toString(16)}`)) return character
  }
}

/** Names that a generated type must not have: JavaScript globals, and names of other generated code. */
const TAKEN = new Set(
  `Array ArrayBuffer Awaited BigInt Blob Boolean DataView Date Error Event EventTarget Exclude Extract File FormData
  Function Headers Infinity InstanceType Intl Iterator JSON Map Math NaN NonNullable Number Object Omit Parameters Partial
  Pick Promise Proxy Readonly Record Reflect RegExp Request Required Response ReturnType Set String Symbol URL
  URLSearchParams WeakMap WeakSet Buffer AbortSignal AbortController AbortError RangeError SyntaxError TypeError
  InvalidValue Mismatch Of Answer AnswerWithHeaders StatusIn CallOptions ClientError ClientOptions ContractViolation CredentialsFailure
  Check Issue CredentialsFor HookError HookRequest HookResponse Hooks NetworkFailure OutOfTime Reporting RequestRefused ServerUnavailable UnexpectedStatus`.split(
    /\s+/,
  ),
)

/**
 * Makes one identifier in upper camel case from a text: `patch /a-b/{id}` becomes `PatchABId`. The result is never
 * empty.
 */
export function pascalCase(text: string): string {
  const name = words(text).map(capitalized).join('')
  return /^[\p{ID_Start}$]/u.test(name) ? name : `The${name}`
}

/**
 * Makes one identifier in lower camel case from a text: `AppointmentStatus` becomes `appointmentStatus`, and `HTTPCode`
 * becomes `httpCode`.
 */
export function camelCase(text: string): string {
  const name = pascalCase(text)
  return name.replace(/^(?:\p{Lu}+(?!\p{Ll})|\p{Lu})/u, (start) => start.toLowerCase())
}

/**
 * Returns the plural of the name of an enum. The list of the enum's values gets this plural as its name: `Status` gives
 * `Statuses`.
 */
export function plural(name: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(name)) return `${name}es`
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`
  return `${name}s`
}

/** Makes names unique. Two names that differ only in upper and lower case count as equal. */
export class Names {
  readonly #given = new Set<string>()
  readonly #prefix: string

  /** `prefix` is added to a name that is already in use: with the prefix `Orders`, `Error` becomes `OrdersError`. */
  constructor(prefix: string, taken: readonly string[] = []) {
    this.#prefix = pascalCase(prefix)
    taken.forEach((name) => this.give(name))
  }

  has(name: string): boolean {
    return this.#given.has(name.toLowerCase())
  }

  give(wanted: string): string {
    const base = TAKEN.has(wanted) ? this.#prefix + wanted : wanted
    let name = base
    for (let count = 2; this.has(name); count += 1) name = `${base}${count}`
    this.#given.add(name.toLowerCase())
    return name
  }
}

/** Reserved words, which cannot be names of variables. A method with such a name would break `const { … } = client`. */
const RESERVED = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
  function if implements import in instanceof interface let new null package private protected public return static
  super switch this throw true try typeof var void while with yield constructor then`.split(/\s+/),
)

/** Returns a valid identifier. Appends an underscore to a reserved word. */
export function safeIdentifier(name: string): string {
  return RESERVED.has(name) ? `${name}_` : name
}

function words(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[^\p{ID_Continue}$]+|_+/u)
    .filter((word) => word !== '')
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

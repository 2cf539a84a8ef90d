/** The texts that a user may publish, by name: the files that a run writes, stdout and stderr. */
export type Artefacts = ReadonlyMap<string, string>

/**
 * Returns every canary (a unique value that must not be published) that a text contains, in plain or encoded form. The
 * encodings are those of `encodingsOf`. Upper and lower case do not matter. An example of a result:
 * `note as hex in report.json`.
 */
export function findLeaks(artefacts: Artefacts, cores: ReadonlyMap<string, string>): string[] {
  const forms = [...cores].flatMap(([place, core]) =>
    encodingsOf(core).map(([encoding, encoded]) => ({ what: `${place} as ${encoding}`, encoding, encoded })),
  )
  const exact = tableOf(forms.filter(isExact).map(({ what, encoded }) => [encoded, what]))
  const folded = tableOf(
    forms.filter((form) => !isExact(form)).map(({ what, encoded }) => [encoded.toLowerCase(), what]),
  )
  return [...artefacts].flatMap(([name, text]) => {
    const found = new Set([...foundIn(text, exact), ...foundIn(text.toLowerCase(), folded)])
    return forms.flatMap(({ what }) => (found.has(what) ? [`${what} in ${name}`] : []))
  })
}

/** True if upper and lower case are different characters in this encoding, as in Base64. */
const isExact = ({ encoding }: { readonly encoding: string }): boolean => encoding.startsWith('base64')

/** The texts to search for, each with its name, grouped by their first `FIRST` characters. */
type Table = ReadonlyMap<string, readonly (readonly [text: string, what: string])[]>
const FIRST = 4

function tableOf(entries: readonly (readonly [text: string, what: string])[]): Table {
  const table = new Map<string, (readonly [text: string, what: string])[]>()
  for (const entry of entries) {
    const first = entry[0].slice(0, FIRST)
    table.set(first, [...(table.get(first) ?? []), entry])
  }
  return table
}

/**
 * Searches `text` for the texts of the table, and returns the names of those that it contains. Reads `text` only once,
 * even for a table of a thousand texts.
 */
function foundIn(text: string, table: Table): Set<string> {
  const codes = new Uint8Array(2 ** 16)
  for (const first of table.keys()) codes[hashAt(first, 0)] = 1
  const found = new Set<string>()
  for (let at = 0; at + FIRST <= text.length; at++) {
    if (codes[hashAt(text, at)] !== 1) continue
    for (const [wanted, what] of table.get(text.slice(at, at + FIRST)) ?? [])
      if (text.startsWith(wanted, at)) found.add(what)
  }
  return found
}

function hashAt(text: string, at: number): number {
  let hash = 0
  for (let index = at; index < at + FIRST; index++) hash = (hash * 31 + text.charCodeAt(index)) & 0xffff
  return hash
}

/** Returns a text in each encoding that `findLeaks` searches for. */
export function encodingsOf(core: string): (readonly [encoding: string, text: string])[] {
  const letter = (write: (code: number) => string): string =>
    [...core].map((each) => write(each.codePointAt(0) ?? 0)).join('')
  const hex = (code: number): string => code.toString(16)
  return [
    ['plain text', core],
    ['percent-encoding', letter((code) => `%${hex(code)}`)],
    ['JSON escapes', letter((code) => `\\u${hex(code).padStart(4, '0')}`)],
    ['decimal references', letter((code) => `&#${code};`)],
    ['hexadecimal references', letter((code) => `&#x${hex(code)};`)],
    ['hex', Buffer.from(core).toString('hex')],
    ['hex of UTF-16', Buffer.from(core, 'utf16le').toString('hex')],
    ['text read backwards', [...core].toReversed().join('')],
    ...[core, core.toLowerCase(), core.toUpperCase()].flatMap((each) =>
      [0, 1, 2].flatMap((offset) => {
        const encoded = inBase64(each, offset)
        return [
          [`base64 at ${offset}`, encoded] as const,
          [`base64url at ${offset}`, encoded.replaceAll('+', '-').replaceAll('/', '_')] as const,
        ]
      }),
    ),
  ]
}

/**
 * Returns the Base64 characters of a text that follows `offset` other bytes. Leaves out characters that also encode
 * bytes before or after the text.
 */
function inBase64(text: string, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)])
    .toString('base64')
    .replaceAll('=', '')
  const first = [0, 2, 3][offset] ?? 0
  const bits = (offset + Buffer.byteLength(text)) * 8
  return whole.slice(first, Math.floor(bits / 6))
}

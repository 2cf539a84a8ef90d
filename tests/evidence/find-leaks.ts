/** The texts that a user may publish, by name: the files that a run writes, stdout and stderr. */
export type Artefacts = ReadonlyMap<string, string>

/**
 * Returns every canary (a unique value that must not be published) that a text contains, in plain or encoded form. The
 * encodings are those of `encodingsOf`. Upper and lower case do not matter. An example of a result:
 * `note as hex in report.json`.
 */
export function findLeaks(artefacts: Artefacts, cores: ReadonlyMap<string, string>): string[] {
  const found: string[] = []
  const forms = [...cores].flatMap(([place, core]) =>
    encodingsOf(core).map(([encoding, encoded]) => ({
      what: `${place} as ${encoding}`,
      encoded: encoding.startsWith('base64') ? encoded : encoded.toLowerCase(),
      isExact: encoding.startsWith('base64'),
    })),
  )
  for (const [name, text] of artefacts) {
    const folded = text.toLowerCase()
    for (const { what, encoded, isExact } of forms) {
      if ((isExact ? text : folded).includes(encoded)) found.push(`${what} in ${name}`)
    }
  }
  return found
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
 * Returns the Base64 characters of this text if it follows `offset` other bytes. Leaves out the characters that depend
 * also on bytes before or after the text.
 */
function inBase64(text: string, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)])
    .toString('base64')
    .replaceAll('=', '')
  const first = [0, 2, 3][offset] ?? 0
  const bits = (offset + Buffer.byteLength(text)) * 8
  return whole.slice(first, Math.floor(bits / 6))
}

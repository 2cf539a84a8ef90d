/** A publishable text by its name: a file, a stream. */
export type Artefacts = ReadonlyMap<string, string>

/**
 * Every canary that an artefact holds, in whatever dress: unchanged (which is also how URL, JSON, XML and HTML write its
 * letters), percent-encoded or escaped letter by letter, in hexadecimal, and in Base64 at each of its three alignments;
 * in upper and in lower case. `note as hex in report.json` is one line.
 */
export function findLeaks(artefacts: Artefacts, cores: ReadonlyMap<string, string>): string[] {
  const found: string[] = []
  for (const [name, text] of artefacts) {
    const folded = text.toLowerCase()
    for (const [place, core] of cores) {
      for (const [dress, worn] of dressesOf(core)) {
        const isThere = dress.startsWith('base64') ? text.includes(worn) : folded.includes(worn.toLowerCase())
        if (isThere) found.push(`${place} as ${dress} in ${name}`)
      }
    }
  }
  return found
}

/** All the ways in which a text is known again. */
export function dressesOf(core: string): (readonly [dress: string, text: string])[] {
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
        const worn = inBase64(each, offset)
        return [
          [`base64 at ${offset}`, worn] as const,
          [`base64url at ${offset}`, worn.replaceAll('+', '-').replaceAll('/', '_')] as const,
        ]
      }),
    ),
  ]
}

/** The letters of the Base64 of a text that are the same whatever stands `offset` bytes before it and after it. */
function inBase64(text: string, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)])
    .toString('base64')
    .replaceAll('=', '')
  const first = [0, 2, 3][offset] ?? 0
  const bits = (offset + Buffer.byteLength(text)) * 8
  return whole.slice(first, Math.floor(bits / 6))
}

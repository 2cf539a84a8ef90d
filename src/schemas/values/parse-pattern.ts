/** A parsed regular expression. `empty` is a part that matches no character, such as an anchor or look-around. */
export type PatternTree =
  | { readonly kind: 'empty' }
  /** One character. `source` is a character, a class or an escape. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly item: PatternTree; readonly least: number; readonly most: number }

const CHARACTER =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|[^])|\[(?:[^\]\\]|\\[^])*\]|[^]/uy
const ASSERTION = /\^|\$|\\[bB]|\\[1-9]\d*|\\k<[^>]*>/uy
const GROUP = /\((?:\?(?::|<?[=!]|<[^>]*>))?/uy
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy

/** Parses a regular expression. The first tree is the whole pattern. The other trees are its look-around groups. */
export function parsePattern(source: string): readonly PatternTree[] {
  const trees: PatternTree[] = []
  let at = 0
  const read = (token: RegExp): RegExpExecArray | undefined => {
    token.lastIndex = at
    const found = token.exec(source)
    at += found?.[0].length ?? 0
    return found ?? undefined
  }
  const choice = (): PatternTree => {
    const items = [sequence()]
    while (source[at] === '|') {
      at += 1
      items.push(sequence())
    }
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'choice', items }
  }
  const sequence = (): PatternTree => {
    const items: PatternTree[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') items.push(repeated(term()))
    return { kind: 'sequence', items }
  }
  const term = (): PatternTree => {
    if (read(ASSERTION) !== undefined) return { kind: 'empty' }
    const group = read(GROUP)
    if (group === undefined) return { kind: 'character', source: read(CHARACTER)?.[0] ?? '' }
    const inner = choice()
    at += 1
    if (!/[=!]$/.test(group[0])) return inner
    trees.push(inner)
    return { kind: 'empty' }
  }
  const repeated = (item: PatternTree): PatternTree => {
    const [, sign, least, comma, most] = read(QUANTIFIER) ?? []
    if (sign === undefined && least === undefined) return item
    const from = sign === undefined ? Number(least) : sign === '+' ? 1 : 0
    const to =
      sign === undefined ? (comma === undefined ? from : Number(most || Infinity)) : sign === '?' ? 1 : Infinity
    return { kind: 'repeat', item, least: from, most: to }
  }
  const whole = choice()
  return [whole, ...trees]
}

import { difference, fromTo, type CompareCase } from './comparing.ts'
import { formatNamed } from '../formats.ts'
import { said, type Part, type Said } from './flat.ts'
import type { Movement } from './difference.ts'

/** For each format, the formats that accept all its values. Example: every `int32` value is also an `int64` value. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  int32: ['int64', 'double', 'float'],
  int64: [],
  float: ['double'],
  email: ['idn-email'],
  hostname: ['idn-hostname'],
  uri: ['uri-reference', 'iri', 'iri-reference'],
  uuid: [],
  ipv4: [],
}

/** Compares `pattern`. Two patterns cannot be compared, so a changed pattern gives the result `unclear`. */
export const comparePatterns: CompareCase = (base, head) => {
  const [mine, theirs] = apart(said(base.parts, 'pattern'), said(head.parts, 'pattern'))
  return [...theirs, ...mine].slice(0, 1).map(() =>
    difference([base, head], [mine[0], theirs[0]], {
      aspect: 'pattern',
      movement: mine.length === 0 ? 'narrowed' : theirs.length === 0 ? 'widened' : 'unclear',
      keyword: 'pattern',
      ...fromTo(mine[0]?.value, theirs[0]?.value),
    }),
  )
}

/** Compares `format`, `contentEncoding` and `contentMediaType`. */
export const compareFormats: CompareCase = (base, head) =>
  ['format', 'contentEncoding', 'contentMediaType'].flatMap((keyword) => {
    const [mine, theirs] = apart(formatsIn(base.parts, keyword), formatsIn(head.parts, keyword))
    const [one, other] = [mine[0], theirs[0]]
    if (one === undefined && other === undefined) return []
    return [
      difference([base, head], [one, other], {
        aspect: 'format',
        movement: movementOf(one, other),
        keyword,
        ...fromTo(one?.value, other?.value),
      }),
    ]
  })

/**
 * Returns the values of `format` or a similar keyword. `format: byte` of OpenAPI 3.0 is returned as `contentEncoding:
 * base64` (OpenAPI 3.1.1 §4.4.2).
 */
function formatsIn(parts: readonly Part[], keyword: string): Said[] {
  const isByte = ({ value }: Said): boolean => value === 'byte'
  // The format `password` is a hint for input forms. It restricts no values.
  if (keyword === 'format') return said(parts, 'format').filter((each) => !isByte(each) && each.value !== 'password')
  const bytes = keyword === 'contentEncoding' ? said(parts, 'format').filter(isByte) : []
  return [...said(parts, keyword), ...bytes.map((each) => ({ ...each, value: 'base64' }))]
}

function movementOf(one: Said | undefined, other: Said | undefined): Movement {
  if (one === undefined) return 'narrowed'
  if (other === undefined) return 'widened'
  const [from, to] = [String(one.value), String(other.value)]
  if (WITHIN[from]?.includes(to) === true) return 'widened'
  if (WITHIN[to]?.includes(from) === true) return 'narrowed'
  // For two unknown formats, it is not known which values they accept.
  return formatNamed(from) === undefined && formatNamed(to) === undefined ? 'unclear' : 'replaced'
}

/** Removes the entries that are in both lists. Returns the rest of each list. */
function apart(mine: readonly Said[], theirs: readonly Said[]): [Said[], Said[]] {
  const without = (one: readonly Said[], other: readonly Said[]): Said[] =>
    one.filter(({ value }) => !other.some((each) => each.value === value))
  return [without(mine, theirs), without(theirs, mine)]
}

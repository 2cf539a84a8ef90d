import { parsePattern, type PatternTree } from './parse-pattern.ts'

/** A pattern is not analysed if its automaton has more positions than this. */
const MOST_POSITIONS = 250
/** A group that may repeat this many times is treated as an unbounded loop. */
const MANY = 8
/** Number of copies that are analysed for a bounded repetition. */
const COPIES = 3

/**
 * True if a backtracking regular expression engine can take exponential time for a pattern. This is the case if a loop
 * can match the same text in two ways. Implements the test for exponential ambiguity of Weber and Seidl (1991) on the
 * position automaton of the pattern.
 */
export function hasExponentialBacktracking(pattern: RegExp): boolean {
  // Only a repeated group can be ambiguous.
  if (!/\)[*+{]/.test(pattern.source)) return false
  return parsePattern(pattern.source).some((tree) => new Automaton(tree, pattern.flags).isAmbiguous())
}

/**
 * The positions at which a part of the pattern can begin and end. `nullable` is true if the part can match the empty
 * text.
 */
interface Part {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly nullable: boolean
}

const NOTHING: Part = { first: [], last: [], nullable: true }

class Automaton {
  readonly #flags: string
  /** The characters that each position matches, with one bit for each character of `ALPHABET`. */
  readonly #reads: bigint[] = []
  /** The positions that can follow each position, each with the number of ways to get from one to the other. */
  readonly #next: Map<number, number>[] = []

  constructor(tree: PatternTree, flags: string) {
    this.#flags = flags
    this.#build(tree)
  }

  #build(tree: PatternTree): Part {
    switch (tree.kind) {
      case 'empty':
        return NOTHING
      case 'character': {
        const position = this.#reads.push(charactersOf(tree.source, this.#flags)) - 1
        this.#next.push(new Map())
        return { first: [position], last: [position], nullable: false }
      }
      case 'choice': {
        const parts = tree.items.map((item) => this.#build(item))
        const nullable = parts.some((part) => part.nullable)
        return { first: parts.flatMap(({ first }) => first), last: parts.flatMap(({ last }) => last), nullable }
      }
      case 'sequence':
        return tree.items.reduce((before, item) => this.#join(before, this.#build(item)), NOTHING)
      default:
        return this.#repeat(tree)
    }
  }

  #repeat({ item, least, most }: Extract<PatternTree, { kind: 'repeat' }>): Part {
    const isLoop = most === Infinity || (most >= MANY && item.kind !== 'character')
    let all = NOTHING
    for (let copy = 0; copy < Math.min(isLoop ? least - 1 : least, COPIES); copy++)
      all = this.#join(all, this.#build(item))
    if (isLoop) {
      const body = this.#build(item)
      this.#connect(body, body)
      return this.#join(all, { ...body, nullable: body.nullable || least === 0 })
    }
    // `x{0,2}` is read as `(x(x)?)?`, which matches each text in only one way.
    let optional = NOTHING
    for (let copy = 0; copy < Math.min(most - least, COPIES); copy++) {
      optional = { ...this.#join(this.#build(item), optional), nullable: true }
    }
    return this.#join(all, optional)
  }

  #join(before: Part, after: Part): Part {
    this.#connect(before, after)
    return {
      first: before.nullable ? [...before.first, ...after.first] : before.first,
      last: after.nullable ? [...before.last, ...after.last] : after.last,
      nullable: before.nullable && after.nullable,
    }
  }

  #connect({ last }: Part, { first }: Part): void {
    if (this.#reads.length > MOST_POSITIONS) return
    for (const from of last) {
      for (const to of first) this.#next[from]?.set(to, (this.#next[from]?.get(to) ?? 0) + 1)
    }
  }

  /** True if one text can lead from a position back to the same position in two ways. */
  isAmbiguous(): boolean {
    if (this.#reads.length > MOST_POSITIONS) return false
    return this.#reads.some((_, position) => this.#canReturnInTwoWays(position))
  }

  #canReturnInTwoWays(start: number): boolean {
    const size = this.#reads.length
    // Each pair holds two positions that can be reached with the same text. `split` is true if the paths to the two
    // positions differ.
    const seen = new Set<number>()
    const queue = [{ one: start, other: start, split: false }]
    for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
      for (const [one, ways] of this.#next[pair.one] ?? []) {
        for (const other of this.#next[pair.other]?.keys() ?? []) {
          if (((this.#reads[one] ?? 0n) & (this.#reads[other] ?? 0n)) === 0n) continue
          const split = pair.split || one !== other || (pair.one === pair.other && ways > 1)
          if (split && one === start && other === start) return true
          const key = (one * size + other) * 2 + Number(split)
          if (seen.has(key)) continue
          seen.add(key)
          queue.push({ one, other, split })
        }
      }
    }
    return false
  }
}

/** Sample characters that distinguish the character classes of patterns: all of ASCII, and some beyond. */
const ALPHABET = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...'äßÉłжЖωא中あ٣०²½ǅ\u0301\u00a0\u2028€©→😀',
]
const known = new Map<string, bigint>()

function charactersOf(source: string, flags: string): bigint {
  const key = `${flags} ${source}`
  const characters = known.get(key) ?? bitsOf(source, flags)
  known.set(key, characters)
  return characters
}

function bitsOf(source: string, flags: string): bigint {
  const pattern = new RegExp(`^(?:${/^[/(){}?*+|]$/.test(source) ? `\\${source}` : source})$`, flags)
  return ALPHABET.reduce((bits, each, index) => (pattern.test(each) ? bits | (1n << BigInt(index)) : bits), 0n)
}

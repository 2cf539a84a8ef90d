import { parsePattern, type PatternTree } from './parse-pattern.ts'

/** The maximum size of a pattern that is analysed, in positions of its automaton. */
const MOST_POSITIONS = 250
/** A group that may repeat at least this many times is analysed as if it could repeat without limit. */
const MANY = 8
/**
 * The analysis replaces a repeated character, such as `a{1,9}`, by copies of the character. This is the maximum number
 * of copies.
 */
const COPIES = 3
/**
 * A character that may repeat at least this many times is analysed as if it could repeat without limit, because
 * matching it takes nearly as long.
 */
const LONG = 64

/**
 * True if matching a pattern can take exponential time in a backtracking engine. This happens if a loop can match one
 * text in two ways. Implements the test for exponential ambiguity of Weber and Seidl (1991).
 */
export function hasExponentialBacktracking(pattern: RegExp): boolean {
  // Only a group that repeats can match one text in two ways.
  if (!/\)[*+{]/.test(pattern.source)) return false
  return parsePattern(pattern.source).some((tree) => new Automaton(tree, pattern.flags).isAmbiguous())
}

/**
 * Returns the exponent `n` for a pattern whose search time grows with the `n`th power of the text's length. Examples: 1
 * for `^a+$`, 2 for `^a+a+$`. It is also 2 for `a+$`, because the engine tries `a+$` at every position of the text. The
 * result may be too high. Only for patterns without exponential backtracking. Implements the degree of polynomial
 * ambiguity of Weber and Seidl (1991). To decide whether two loops match a common text, compares only their characters.
 */
export function backtrackingDegree(pattern: RegExp): number {
  const { source, flags } = pattern
  if (!/[*+{]/.test(source)) return 1
  const [whole, ...around] = parsePattern(source)
  const isAnchored = source.startsWith('^') && whole?.kind !== 'choice'
  const isWhole = /(^|[^\\])(\\\\)*(\$|\\[bB]|\))$/.test(source)
  const degrees = around.map((tree) => new Automaton(tree, flags, LONG).degree({ isAnchored, isWhole: false }))
  if (whole !== undefined) degrees.push(new Automaton(whole, flags, LONG).degree({ isAnchored, isWhole }))
  return Math.max(...degrees)
}

/**
 * A part of a pattern, with the positions where it can begin and end. `nullable` is true if the part can match the
 * empty text.
 */
interface Part {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly nullable: boolean
}

const NOTHING: Part = { first: [], last: [], nullable: true }

class Automaton {
  readonly #flags: string
  /**
   * For each position, a bit set of the characters that the position matches. Each bit is a character of `ALPHABET`.
   */
  readonly #reads: bigint[] = []
  /** For each position, the positions that can follow it, and the number of ways from one to the other. */
  readonly #next: Map<number, number>[] = []

  readonly #whole: Part
  readonly #long: number

  /** A character that may repeat at least `long` times counts as a loop. */
  constructor(tree: PatternTree, flags: string, long = Infinity) {
    this.#flags = flags
    this.#long = long
    this.#whole = this.#build(tree)
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
    const isLoop = most === Infinity || most >= (item.kind === 'character' ? this.#long : MANY)
    const copies = item.kind === 'character' ? COPIES : MANY
    let all = NOTHING
    for (let copy = 0; copy < Math.min(isLoop ? least - 1 : least, copies); copy++)
      all = this.#join(all, this.#build(item))
    if (isLoop) {
      const body = this.#build(item)
      this.#connect(body, body)
      return this.#join(all, { ...body, nullable: body.nullable || least === 0 })
    }
    // `x{0,2}` is analysed as `(x(x)?)?`, because this form matches each text in only one way.
    let optional = NOTHING
    for (let copy = 0; copy < Math.min(most - least, copies); copy++) {
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

  /** True if some text leads from a position back to the same position in two ways. */
  isAmbiguous(): boolean {
    if (this.#reads.length > MOST_POSITIONS) return false
    return this.#reads.some((_, position) => this.#canReturnInTwoWays(position))
  }

  /**
   * Returns the maximum number of loops, one after the other, that can match the same text. Returns 1 if there is no
   * loop. A search without an anchor tries every position, which counts as a loop in front of the pattern. If nothing
   * after the last loop can fail (`isWhole` is false), the last loop does not count.
   */
  degree({ isAnchored, isWhole }: { readonly isAnchored: boolean; readonly isWhole: boolean }): number {
    if (this.#reads.length > MOST_POSITIONS) return 2
    if (!isAnchored) this.#search()
    const { last } = this.#whole
    const loops = this.#loops().filter(({ members }) => isWhole || !members.some((each) => last.includes(each)))
    const known = new Map<Loop, number>()
    const rank = (loop: Loop): number => {
      const ranks = loops
        .filter((each) => each !== loop && loop.members.some((member) => each.reached.has(member)))
        .map((each) => rankOf(each) + Number(this.#shareText(each, loop)))
      return Math.max(1, ...ranks)
    }
    const rankOf = (loop: Loop): number => {
      const value = known.get(loop) ?? rank(loop)
      known.set(loop, value)
      return value
    }
    return Math.max(1, ...loops.map(rankOf))
  }

  /** Adds a loop that matches any text. The loop is placed in front of the pattern. */
  #search(): void {
    const start = this.#reads.push(ANYTHING) - 1
    this.#next.push(new Map([start, ...this.#whole.first].map((position) => [position, 1])))
  }

  /** Returns the loops of the automaton. A loop is a group of positions that can be reached from each other. */
  #loops(): Loop[] {
    const reached = this.#reads.map((_, position) => this.#reachedFrom([position], ANYTHING))
    const loops: Loop[] = []
    for (const [position, from] of reached.entries()) {
      if (!from.has(position) || loops.some(({ members }) => members.includes(position))) continue
      const members = [...from].filter((each) => reached[each]?.has(position))
      const reads = members.reduce((all, each) => all | (this.#reads[each] ?? 0n), 0n)
      loops.push({ members, reads, reached: from })
    }
    return loops
  }

  /**
   * Returns the positions that can be reached from a position in `from` by reading one or more characters of the bit
   * set `reads`.
   */
  #reachedFrom(from: readonly number[], reads: bigint): ReadonlySet<number> {
    const found = new Set<number>()
    const waiting = [...from]
    for (let position = waiting.pop(); position !== undefined; position = waiting.pop()) {
      for (const next of this.#next[position]?.keys() ?? []) {
        if (found.has(next) || ((this.#reads[next] ?? 0n) & reads) === 0n) continue
        found.add(next)
        waiting.push(next)
      }
    }
    return found
  }

  /** True if some text can be matched by both loops and can also lead from the first loop to the second. */
  #shareText(one: Loop, other: Loop): boolean {
    const reads = one.reads & other.reads
    if (reads === 0n) return false
    const returns = (position: number): boolean => this.#reachedFrom([position], reads).has(position)
    const reached = this.#reachedFrom(one.members.filter(returns), reads)
    return other.members.some((member) => reached.has(member) && returns(member))
  }

  #canReturnInTwoWays(start: number): boolean {
    const size = this.#reads.length
    // Each entry is a pair of positions to which the same text leads. `split` is true if it leads to them on different
    // paths.
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

/** A loop of the automaton: positions that can be reached from each other. */
interface Loop {
  readonly members: readonly number[]
  /** The characters that the loop matches, as a bit set. */
  readonly reads: bigint
  readonly reached: ReadonlySet<number>
}

/** Sample characters for comparing character classes such as `\w`: ASCII, and some others. */
const ALPHABET = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...'äßÉłжЖωא中あ٣०²½ǅ\u0301\u00a0\u2028€©→😀',
]
const ANYTHING = (1n << BigInt(ALPHABET.length)) - 1n
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

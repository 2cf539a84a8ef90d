/**
 * Idioms of earlier texts of this project that readers did not understand at once. Each idiom has a plain replacement.
 */
export const IDIOMS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b(told|tells?|telling)\b/i, 'report, detect, show'],
  [/\b(somebody|nobody|whoever|everybody|anybody)('s)?\b/i, 'name the thing: the caller, an unauthenticated request'],
  [/\b(is|are|was|has) none\b/i, 'say what is missing'],
  [/\b(stands?|stood) (there|here|in|at|for|beside|below|above|under|behind)\b/i, 'is in, is at, means'],
  [/\bmend(s|ed|ing)?\b/i, 'fix'],
  [/\b(in vain|as far as|but for|for want of)\b/i, 'without success, if, except, without'],
  [/\bbesides\b/i, 'also'],
  [/\b(came|comes?) (of|to|about)\b/i, 'results in, happens'],
  [/\b(hears?|heard)\b/i, 'receive, learn'],
  [/\bof (ours|others|theirs|its own|his own)\b/i, 'shipped, third-party, its'],
  [
    /\b(islands?|manieth|worldly|doors?|culprit|trial|recipes?|near.miss(es)?|rungs?)\b/i,
    'the terms of CONTRIBUTING.md',
  ],
  [/\bas (it|they) (is|was|are|were|stands?|comes?)\b/i, 'unchanged'],
]

/** A string literal of a source file, and its line number. */
export interface Literal {
  readonly line: number
  readonly text: string
  /** The text before the literal on the same line. */
  readonly before: string
}

/**
 * Lists the string literals of a source text, except those in comments. Each placeholder of a template is replaced by
 * one letter.
 */
export function listLiterals(source: string): Literal[] {
  const tokens = source.matchAll(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g,
  )
  return [...tokens].flatMap(({ index, 1: single, 2: double, 3: template }) => {
    const text = single ?? double ?? template?.replaceAll(/\$\{[^}]*\}/g, 'x')
    if (text === undefined) return []
    const above = source.slice(0, index)
    return [{ line: above.split('\n').length, text, before: above.slice(above.lastIndexOf('\n') + 1) }]
  })
}

/** Returns the first idiom in a text, with its replacement. Returns undefined if the text contains no idiom. */
export function idiomIn(text: string): string | undefined {
  for (const [pattern, instead] of IDIOMS) {
    const found = pattern.exec(text)
    if (found !== null) return `\`${found[0]}\`: write ${instead}`
  }
  return undefined
}

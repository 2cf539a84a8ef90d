import { PREPOSITIONS, TWO_WORD_VERBS } from './destructive-words.ts'

/**
 * Splits a name or a sentence into lower-case words. Example: `bulkDelete`, `bulk-delete` and "Bulk delete" all give
 * the words `bulk` and `delete`.
 */
export function splitWords(text: string): string[] {
  const single = text
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu)
  return joinVerbs(single ?? [])
}

/**
 * Returns the words of an operation id that describe the action. Examples: `archive` for `conversations.archive`,
 * `lock` for `issues/lock`, `remove` for `UsersController_remove`.
 */
export function actionWords(id: string): string[] {
  const name = id.replace(/^\w*Controller_/u, '')
  const parts = name.split(/[/.#:]/u)
  return splitWords(parts.at(-1) ?? '')
}

function joinVerbs(single: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of single) {
    const before = joined.at(-1)
    if (before !== undefined && TWO_WORD_VERBS.includes(`${before}-${word}`)) joined[joined.length - 1] = before + word
    else joined.push(word)
  }
  return joined
}

/** Returns the words of a name before its first preposition. Example: `review-gates-for-run` gives `review-gates`. */
export function untilPreposition(name: readonly string[]): readonly string[] {
  const end = name.findIndex((word) => PREPOSITIONS.includes(word))
  return end < 0 ? name : name.slice(0, end)
}

/** True if `nouns` contains `noun` or its singular. All words in `nouns` are singular. */
export function includesNoun(nouns: readonly string[], noun: string): boolean {
  return nouns.includes(noun) || nouns.includes(noun.replace(/s$/u, ''))
}

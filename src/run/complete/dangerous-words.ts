import { destructiveReason } from '../../cases/destructive/destructive-reason.ts'
import { wordsOf } from '../../journeys/words.ts'

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Words that make the name of a property dangerous: words for consent (`agree`), for a wider effect (`everyone`), or
 * for a skipped check (`bypass`).
 */
const CONSENT = setOf(`accept accepts accepted acknowledge acknowledged agree agrees agreed all allow allows allowed
  approve approved bypass cascade cascading consent danger dangerous disregard everyone everything force forced
  ignore immediate immediately irreversible live notify override overwrite permanent permanently prod production
  publish published recursive really replace replaces send skip sudo sure understand understood unsafe yes admin
  administrator root superuser dry simulate simulation sandbox`)

/** Word stems for consent in English, German, Spanish, Portuguese, French and Italian. */
const CONSENT_STEMS =
  /^(?:confirm|bestaetig|bestätig|zustimm|akzept|einverstand|acept|aceit|accett|conferm|authori[sz]|autori[sz]|forzar|erzwing)/

/** Words for values that grant more rights or reach more people than other values. */
const GREATER = setOf(`any enterprise full owner paid premium public super write`)

/** Verbs that may be dangerous, but are harmless before a word for a time, as in `endDate`. */
const BOUNDS = setOf('close closing end ending expire leave release start')
const TIMES = setOf('at date day on time')

/**
 * True for a property name that means a destructive action (`deleteOld`) or consent to one (`force`). The gate does not
 * set such a property, even if the server demands it.
 */
export function isDangerousName(name: string): boolean {
  const words = wordsOf(name)
  if (words.some((word) => CONSENT.has(word) || CONSENT_STEMS.test(word))) return true
  if (words.length === 2 && BOUNDS.has(words[0] ?? '') && TIMES.has(words[1] ?? '')) return false
  return destructiveReason({ method: 'POST', path: `/${name}`, id: name, summary: '' }) !== undefined
}

/** True for a value that means a destructive action or grants rights: `purge_all`, `closed`, `admin`. */
export function isDangerousValue(value: string): boolean {
  const words = wordsOf(value)
  if (words.some((word) => GREATER.has(word)) || isDangerousName(value)) return true
  return destructiveReason({ method: 'POST', path: '/', id: '', summary: words.join(' ') }) !== undefined
}

/** True for a name that may refer to another object: `parentId`, `customer`. */
export function isReferenceName(name: string): boolean {
  return REFERENCES.has(wordsOf(name).at(-1) ?? '')
}

const REFERENCES =
  setOf(`id ids uuid guid uid pk key ref reference number no account client company customer folder group
  owner parent project recipient tenant user`)

/**
 * True if the name of a property shows that the property switches something on or off. Examples: `isPublic`,
 * `enableIndex`.
 */
export function isSwitchName(name: string): boolean {
  const [first = '', ...rest] = wordsOf(name)
  return rest.length > 0 && SWITCHES.has(first)
}

const SWITCHES = setOf('is has can should do does dont not no never may must with without enable disable use include')

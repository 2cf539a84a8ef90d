import { isSuccess } from '../exchanges/exchange.ts'

/**
 * Describes a wrong status, using the title of the case, which says what would be correct. Example: the title is
 * `refuses a request without query page`. For a 2xx, returns `accepts a request without query page`. For another
 * status, returns `answers 500 to a request without query page`.
 */
export function wrongStatus(title: string, status: number): string {
  const [verb = '', ...words] = title.split(' ')
  const about = words.join(' ')
  if (verb === 'refuses') return isSuccess(status) ? `accepts ${about}` : `answers ${status} to ${about}`
  if (verb === 'accepts') return `answers ${status} to ${about}`
  const expected = /^answers (\d{3})(.*)$/s.exec(title)
  if (expected !== null) return `answers ${status} instead of ${expected[1]}${expected[2]}`
  return `${title}, but the server answered ${status}`
}

import type { Writes } from '../../run/count-writes.ts'

/**
 * Returns a sentence about the operations that write, such as "12 of 40 operations write; 3 destructive ones are not
 * sent (--allow-destructive)".
 */
export function describeWrites({ operations, writing, withheld }: Writes): string {
  const written = `${writing} of ${operations} operation${operations === 1 ? '' : 's'} write${writing === 1 ? 's' : ''}`
  if (withheld === 0) return written
  const rest = withheld === 1 ? '1 destructive one is not sent' : `${withheld} destructive ones are not sent`
  return `${written}; ${rest} (--allow-destructive)`
}

import type { Writes } from '../../run/count-writes.ts'

/**
 * Describes how many operations write. Examples: "12 of 40 operations write; 3 destructive operations are not sent
 * (--allow-destructive)", "no request changes anything".
 */
export function describeWrites({ operations, writing, withheld }: Writes): string {
  const some = `${writing} of ${operations} operation${operations === 1 ? '' : 's'} write${writing === 1 ? 's' : ''}`
  const written = writing === 0 ? 'no request changes anything' : some
  if (withheld === 0) return written
  const rest =
    withheld === 1 ? '1 destructive operation is not sent' : `${withheld} destructive operations are not sent`
  return `${written}; ${rest} (--allow-destructive)`
}

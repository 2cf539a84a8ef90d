import type { ProvedDocument } from './prove-document.ts'
import type { RoundTrip } from './round-trip.ts'

/** The results of one document. */
export interface DocumentRow extends ProvedDocument {
  /** The errors of the TypeScript compiler in the code of this document. */
  readonly errors: readonly string[]
}

/** Prints the results of one document as a line of a Markdown table. */
export function printRow({ name, trips, refused, errors }: DocumentRow): string {
  const code = refused === undefined ? (errors.length === 0 ? 'compiles' : `${errors.length} errors`) : 'refused'
  const cells = [name, trips.length, code, counts(withExample(trips)), counts(withoutExample(trips))]
  return `| ${cells.join(' | ')} |\n`
}

/**
 * Prints totals, and lists each round trip (a call and its response) that does not work. `proved` is true if all
 * generated code compiles, if no round trip with an example fails, and if at most a tenth of the round trips with an
 * example have the result `explained`. Round trips without an example do not count: in many public documents, no value
 * matches a schema, or Prism cannot generate one.
 */
export function printSummary(rows: readonly DocumentRow[]): { readonly text: string; readonly proved: boolean } {
  const trips = rows.flatMap((row) => row.trips)
  const some = withExample(trips)
  const compiled = rows.filter(({ refused, errors }) => refused === undefined && errors.length === 0)
  const refused = rows.filter((row) => row.refused !== undefined)
  const share = some.length === 0 ? 0 : some.filter(({ result }) => result === 'explained').length / some.length
  const details = rows.flatMap(({ name, errors, refused: reason, trips: own }) => [
    ...(reason === undefined ? [] : [`- ${name}: refused: ${reason}`]),
    ...errors.slice(0, 3).map((error) => `- ${error}`),
    ...own
      .filter(({ result }) => result !== 'works')
      .map(({ operation, result, why = '' }) => `- ${name}: ${operation}: ${result}: ${why.replaceAll(/\s+/g, ' ')}`),
  ])
  const summary = [
    `${rows.length} documents: ${compiled.length} compile, ${refused.length} refused, ${rows.length - compiled.length - refused.length} with errors`,
    `${trips.length} operations: ${some.length} with an example (${counts(some)}), ${trips.length - some.length} others (${counts(withoutExample(trips))})`,
    `${(share * 100).toFixed(1)} % of the round trips with an example are explained`,
  ]
  const fails = some.some(({ result }) => result === 'fails')
  const proved = compiled.length + refused.length === rows.length && !fails && share <= 0.1
  return { text: `\n${summary.join('\n')}\n\n${details.join('\n')}\n`, proved }
}

function withExample(trips: readonly RoundTrip[]): readonly RoundTrip[] {
  return trips.filter(({ hasExample }) => hasExample)
}

function withoutExample(trips: readonly RoundTrip[]): readonly RoundTrip[] {
  return trips.filter(({ hasExample }) => !hasExample)
}

function counts(trips: readonly RoundTrip[]): string {
  const count = (result: RoundTrip['result']): number => trips.filter((trip) => trip.result === result).length
  return `${count('works')}, ${count('explained')}, ${count('fails')}`
}

import { ContractError } from '../../errors.ts'
import { numberIn, type Json } from '../../json.ts'
import { readPage } from '../../live/neighbours/read-object.ts'
import { visible } from '../../report/visible.ts'
import { EXIT } from '../host/exit-code.ts'
import type { Host } from '../host/host.ts'
import { openLive } from './open-live.ts'
import { textOf } from '../../live/text-of.ts'

/** Runs `live list`: prints the ids of objects on the vendor's server. Returns the exit code. */
export async function listLive(api: string, where: readonly string[], host: Host): Promise<number> {
  const { options, given, connection } = await openLive(api, host)
  try {
    const { list } = options.neighbours
    if (list === undefined) {
      throw new ContractError('bad-argument', {
        what: `${options.neighbours.file} has no operation that lists objects`,
      })
    }
    const filters = Object.fromEntries(where.map((text) => filterOf(text)))
    const { items, hasMore } = await readPage(
      connection.caller,
      { ...list, query: { ...list.query, ...filters } },
      { now: given.now, path: options.settings.path },
    )
    const rows = [list.show, ...items.map((item) => list.show.map((name) => shown(item[name])))]
    const widths = list.show.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
    for (const row of rows) {
      host.stdout.write(
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
      )
    }
    if (hasMore) host.stderr.write('This list is incomplete: narrow it with --where name=value.\n')
    return EXIT.passed
  } finally {
    await connection.close()
  }
}

function filterOf(text: string): readonly [string, string | number | bigint] {
  const at = text.indexOf('=')
  if (at < 1) {
    throw new ContractError('bad-argument', {
      what: '--where expects name=value',
      next: 'write the name of a query parameter before the `=`',
    })
  }
  const value = text.slice(at + 1)
  return [text.slice(0, at), numberIn(value) ?? value]
}

function shown(value: Json | undefined): string {
  return value === undefined || value === null ? '-' : visible(textOf(value))
}

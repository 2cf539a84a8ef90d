import { checkCredentials } from '../../live/connect-live.ts'
import { journalFile, readJournal } from '../../live/journal/journal.ts'
import { lockFile, takeLock } from '../../live/journal/lock.ts'
import { restoreLive } from '../../live/restore-live.ts'
import type { LiveFixture } from '../../live/settings/live-settings.ts'
import { withoutNulls } from '../../live/fixtures/facts.ts'
import { EXIT } from '../host/exit-code.ts'
import type { Host } from '../host/host.ts'
import { openLive } from './open-live.ts'

/**
 * Runs `live restore`: writes the old values that the journal contains back to the server. Returns 2 if a value cannot
 * be written.
 */
export async function restore(api: string, host: Host): Promise<number> {
  const { options, connection } = await openLive(api, host, (live) => {
    const file = journalFile(api, live.folder)
    const fixtures = readJournal(file).map(({ fixture, state, path, values, kind }): LiveFixture => ({
      name: fixture,
      state,
      use: kind === 'sacrificed' ? 'sacrificial' : 'changeable',
      path,
      with: {},
      values: {},
      given: {},
      // An update cannot set a field to null, so null values are left out.
      ...(live.settings.readsBack || kind !== 'changed' ? {} : { probe: withoutNulls(values) }),
      where: file,
    }))
    return { ...live, settings: { ...live.settings, fixtures } }
  })
  const release = takeLock(lockFile(api, options.folder), options.processes)
  try {
    if (connection.journal.entries.length === 0) {
      host.stdout.write('Nothing to restore: no run left a change.\n')
      return EXIT.passed
    }
    await checkCredentials(connection, options.settings)
    const restored = await restoreLive(connection)
    for (const { fixture, outcome, detail } of restored) {
      host.stdout.write(`${fixture}: ${outcome}${detail === undefined ? '' : ` (${detail})`}\n`)
    }
    return connection.journal.entries.length === 0 ? EXIT.passed : EXIT.inconclusive
  } finally {
    await connection.close()
    release()
  }
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../../../src/report/report.ts'
import { startVendor } from '../../stand-ins/proof/live-setup.ts'
import { fastClock } from '../../support/fast-clock.ts'
import { inFolder } from '../../support/in-folder.ts'
import { hastyHost } from '../../support/live-run.ts'
import { runMain } from '../../support/run-main.ts'

const OVERLAY = 'reports/corrections.overlay.yaml'

/** For each vendor, settings of its test server. They contradict assumptions of each kind. */
const contradictions = [
  [
    'lobbie',
    {
      'error-body': 'text', // an assumption about content types
      'validation-status': '422', // assumptions about statuses and scenarios
      'wrong-media-type': '415',
      'foreign-location': '404',
      'returned-offset': 'utc', // an assumption in an invariant
      'no-op-update': 'keeps',
      'null-field': 'ignored', // an assumption about types
      'naive-start': 'utc', // an assumption about formats
      'start-forms': 'iso8601',
    },
  ],
  [
    'aniva',
    {
      'error-body': 'none',
      'missing-key': '401',
      'only-location': 'keeps-wall-clock', // `x-follows`
      'reschedule-status': 'pending',
      fractions: 'dropped',
      'zoneless-offset': 'as-sent',
      'profile-values': 'unusual',
      embedded: 'short-profile',
      'taken-slot': '409',
      'null-time': 'clears',
      'null-location': 'ignored',
      'compact-offset': 'accepted',
    },
  ],
] as const

test.each(contradictions)(
  'a run against %s writes an overlay that corrects every disproved assumption; no file contains a value of the server',
  async (vendor, set) => {
    const disprovedBy = async (...more: readonly string[]): Promise<string[]> => {
      const clock = fastClock()
      const { server, setup } = await startVendor(vendor, { set, now: () => clock.now() })
      try {
        writeFileSync('contract.config.yaml', setup.config(setup.fixtures))
        const args = ['gate', '--target', 'live', '--api', vendor, '--format', 'html', ...more]
        const { out, err } = await runMain(args, hastyHost(setup.env, clock))
        // No output may contain the word `canary`, because all credentials and all texts of stored objects contain it.
        expect(out + err).not.toMatch(/canary/i)
        const { runs } = JSON.parse(readFileSync('reports/contract-report.json', 'utf8')) as Report
        expect(runs[0]?.findings.filter(({ level }) => level === 'error')).toEqual([])
        return (runs[0]?.assumptions ?? []).filter(({ state }) => state === 'disproved').map(({ id }) => id)
      } finally {
        await server.close()
      }
    }
    await inFolder({}, async () => {
      expect((await disprovedBy()).length).toBeGreaterThan(8)
      expect(readFileSync(OVERLAY, 'utf8')).not.toMatch(/Not corrected/)
      expect(await disprovedBy('--overlay', OVERLAY)).toEqual([])
      const files = readdirSync('.', { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
      expect(files.length).toBeGreaterThan(4)
      for (const { parentPath, name } of files)
        expect(readFileSync(join(parentPath, name), 'utf8')).not.toMatch(/canary/i)
    })
  },
)

import { checkLive, type FixtureCheck, type LiveCheck } from '../../live/check-live.ts'
import { checkClock, checkCredentials } from '../../live/connect-live.ts'
import { journalFile, readJournal } from '../../live/journal/journal.ts'
import { liveTarget } from '../../live/live-target.ts'
import type { LiveSettings } from '../../live/settings/live-settings.ts'
import { orderCases } from '../../run/execute/order-cases.ts'
import { planRun } from '../../run/plan-run.ts'
import { EXIT } from '../host/exit-code.ts'
import type { Host } from '../host/host.ts'
import { openLive } from './open-live.ts'

/**
 * Runs `live check`: prints what a run would change and send. Sends only requests that read. Returns 2 if one of the
 * test objects on the server cannot be used.
 */
export async function printCheck(api: string, host: Host): Promise<number> {
  const { options, given, connection } = await openLive(api, host, (live) => ({ ...live, readsOnly: true }))
  try {
    const { settings, neighbours, folder } = options
    await checkCredentials(connection, settings)
    host.stdout.write(
      `Credentials  ${settings.tokenUrl === undefined ? 'are tested by the first read' : 'a token was issued'}\n`,
    )
    const target = liveTarget(options).plan(given)
    const { operations } = connection
    const plan = planRun({ operations, target, seed: 1, parameters: {}, allowDestructive: false })
    const check = await checkLive(connection, {
      cases: orderCases(plan.cases, target),
      neighbours,
      canCreate: settings.create !== undefined,
      canSetUp: settings.setup !== undefined,
      rolesOf: ({ as }) =>
        as === 'anonymous' || as === 'malformed' || target.credentials?.[as] !== undefined
          ? undefined
          : target.withoutRole?.(as),
      now: given.now,
    })
    checkClock(connection.sender)
    host.stdout.write(textOf(check, settings))
    const left = readJournal(journalFile(api, folder))
    if (left.length > 0) host.stdout.write(`\nAn earlier run left changes: contract-gate live restore ${api}\n`)
    return left.length > 0 || check.fixtures.some(({ fault }) => fault !== undefined) ? EXIT.inconclusive : EXIT.passed
  } finally {
    await connection.close()
  }
}

function textOf({ fixtures, requests, judged, blocked }: LiveCheck, settings: LiveSettings): string {
  const { create, perSecond, environment } = settings
  const waiting = blocked.reduce((sum, { cases }) => sum + cases, 0)
  const seconds = (count: number): number => Math.ceil(count / perSecond)
  return [
    'Clock        within a minute of the server',
    `Environment  ${environment}`,
    '',
    'Fixtures',
    ...(fixtures.length === 0 ? ['  none'] : fixtures.map(lineOf)),
    ...(create === undefined ? [] : ['  The run creates what it needs and cancels or deletes it at the end.']),
    '',
    `At most ${requests.most} requests at ${perSecond} per second: ${seconds(requests.most)} s.`,
    `If the server conforms to the document, ${requests.usual} requests: ${seconds(requests.usual)} s. A failed request is repeated 4 times.`,
    `${judged} of ${judged + waiting} cases can be judged.`,
    ...(blocked.length === 0 ? [] : ['', 'Cases that cannot be judged']),
    ...blocked.map(({ because, cases }) => `  ${String(cases).padStart(3)}  ${because}`),
    '',
  ].join('\n')
}

function lineOf({ name, use, state, fault, changes, refusals, endsAs }: FixtureCheck): string {
  if (fault !== undefined) return `  ${name}: cannot be used, ${fault}`
  const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)
  const does = [
    ...(changes === 0 ? [] : [`changed ${times(changes)}${use === 'changeable' ? ' and restored each time' : ''}`]),
    ...(refusals === 0 ? [] : [`gets ${refusals === 1 ? 'one request' : `${refusals} requests`} that must be refused`]),
    ...(endsAs === undefined || endsAs === '' ? [] : [`not restored: ends as ${endsAs}`]),
  ]
  return `  ${name} (${use})${state === '' ? '' : `, ${state}`}: ${does.length === 0 ? 'not used' : does.join(', ')}`
}

import { setTimeout as wait } from 'node:timers/promises'
import { ContractError } from '../errors.ts'
import { openCredentials, type Credentials } from '../exchanges/credentials/credentials.ts'
import type { Credential } from '../exchanges/credentials/credential.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Operation } from '../operations/operation.ts'
import type { TargetOptions } from '../targets/named-target.ts'
import { schemeCredentials } from '../targets/scheme-credentials.ts'
import { openFixtureStore, type FixtureStore } from './fixtures/fixture-store.ts'
import { journalFile, openJournal, type Journal } from './journal/journal.ts'
import type { Processes } from './journal/lock.ts'
import { openCaller, type Caller } from './neighbours/call-neighbour.ts'
import type { Neighbours } from './neighbours/neighbours.ts'
import { openLiveSender, type LiveSender } from './sending/live-sender.ts'
import type { LiveSettings } from './settings/live-settings.ts'

export interface LiveTargetOptions {
  readonly settings: LiveSettings
  readonly neighbours: Neighbours
  /** If true, sends only requests that change nothing. */
  readonly writesNothing: boolean
  /** If true, reads fixtures only with operations that do not write. */
  readonly readsOnly?: boolean
  /** Returns the milliseconds of a monotonic clock, for measuring durations. */
  elapsed(): number
  /** Waits this many milliseconds. Default: with a timer. */
  wait?(milliseconds: number): Promise<void>
  readonly processes: Processes
  /** The folder of the journal and of the lock. */
  readonly folder: string
}

/** Everything that is needed to talk to a vendor's server. */
export interface LiveConnection {
  readonly sender: LiveSender
  readonly credentials: Credentials
  readonly caller: Caller
  readonly store: FixtureStore
  readonly journal: Journal
  readonly operations: readonly Operation[]
  close(): Promise<void>
}

/** Prepares a connection without sending a request. The caller must take the lock before it changes a fixture. */
export function connectLive(
  options: LiveTargetOptions,
  { document, now, limits, signal }: TargetOptions,
): LiveConnection {
  const { settings, neighbours, elapsed, folder } = options
  const { baseUrl, tokenUrl, scope, headers, perSecond, waitMilliseconds } = settings
  const operations = listOperations(document)
  const begun = elapsed()
  const sender = openLiveSender({
    baseUrl,
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
    perSecond,
    waitMilliseconds,
    limits: { ...limits, connections: 1 },
    ...(signal === undefined ? {} : { signal }),
    elapsed,
    now: () => Date.parse(now) + (elapsed() - begun),
    wait:
      options.wait ??
      ((milliseconds) => wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)),
  })
  const credentials = openCredentials({
    baseUrl,
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
    ...(scope === undefined ? {} : { scope }),
    headers,
    elapsed,
    open: (origin) => sender.clientOf(origin),
  })
  const caller = openCaller({
    baseUrl,
    sender,
    credential: partnerOf(settings, operations),
    tokens: credentials,
    headers,
  })
  const journal = openJournal(journalFile(settings.api, folder))
  const store = openFixtureStore({
    ...{ settings, states: neighbours.states, operations, caller, sender, journal, now },
    readsOnly: options.writesNothing || options.readsOnly === true,
  })
  return { sender, credentials, caller, store, journal, operations, close: () => sender.close() }
}

/** Returns the valid credentials, which belong to the role `partner`. */
export function partnerOf(
  { credentials }: LiveSettings,
  operations: readonly Operation[],
): Extract<Credential, { type: 'schemes' }> {
  return { type: 'schemes', schemes: schemeCredentials(credentials, operations), headers: [] }
}

/** If the vendor uses tokens, requests one. Throws `credentials-refused` if the server refuses the credentials. */
export async function checkCredentials(
  { credentials, operations }: LiveConnection,
  settings: LiveSettings,
): Promise<void> {
  const { schemes } = partnerOf(settings, operations)
  const declared = operations.flatMap(({ security }) => security.flatMap((requirement) => requirement.schemes))
  for (const [name, credential] of Object.entries(schemes)) {
    const scheme = declared.find((each) => each.name === name)
    if (credential.type === 'oauth2' && scheme !== undefined) await credentials.tokenFor(credential, scheme)
  }
}

/** The maximum difference between the clocks of the run and the server, in milliseconds. */
const APART = 60_000

/**
 * Throws `clocks-apart` if the clocks of the run and the server differ too much. With such a difference, a time can be
 * in the future for one clock and in the past for the other.
 */
export function checkClock(sender: LiveSender): void {
  const ahead = sender.clockAhead()
  if (ahead === undefined || Math.abs(ahead) <= APART) return
  throw new ContractError('clocks-apart', {
    what: `the clock of the server is ${Math.round(Math.abs(ahead) / 1000)} s ${ahead > 0 ? 'ahead' : 'behind'}`,
    next: 'set the clock of this machine, for instance with NTP',
  })
}

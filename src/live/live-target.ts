import type { Case } from '../cases/case.ts'
import { ContractError } from '../errors.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import type { Forgery } from '../exchanges/credentials/credential.ts'
import { listOperations } from '../operations/list-operations.ts'
import type { Role } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'
import { sendsNothing, type NamedTarget, type OpenTarget, type TargetOptions } from '../targets/named-target.ts'
import { loadSetupModule, unaskedSetupModule } from '../targets/setup-module.ts'
import type { StateProvider, Target } from '../targets/target.ts'
import { checkClock, checkCredentials, connectLive, partnerOf, type LiveTargetOptions } from './connect-live.ts'
import { checkFixtures } from './fixtures/check-fixtures.ts'
import { demandOf, expectsRefusal } from './fixtures/fixture-effect.ts'
import { isNothing, liveStates } from './fixtures/live-states.ts'
import { orderLiveCases } from './fixtures/order-live-cases.ts'
import { lockFile, takeLock } from './journal/lock.ts'
import type { Neighbours } from './neighbours/neighbours.ts'

/** Returns the target that sends cases to the vendor's server, whose URL is in `contract.config.yaml`. */
export function liveTarget(options: LiveTargetOptions): NamedTarget {
  const { settings } = options
  return {
    kind: 'live',
    plan: ({ document }) => ({
      ...factsOf(options, listOperations(document)),
      states: unaskedSetupModule('contract.config.yaml'),
      send: sendsNothing,
    }),
    open: async (open) => {
      const release = takeLock(lockFile(settings.api, options.folder), options.processes)
      try {
        const opened = await openLive(options, open)
        return {
          ...opened,
          close: async () => {
            await opened.close()
            release()
          },
        }
      } catch (error) {
        release()
        throw error
      }
    },
  }
}

async function openLive(options: LiveTargetOptions, open: TargetOptions): Promise<OpenTarget> {
  const { settings, neighbours, writesNothing } = options
  const connection = connectLive(options, open)
  const { sender, credentials, store, journal, operations } = connection
  const notes: string[] = []
  const fixtures = liveStates({ settings, neighbours, operations, store, sender, writesNothing })
  let states: StateProvider
  try {
    states =
      settings.setup === undefined || writesNothing
        ? fixtures
        : orSetUp(fixtures, await loadSetupModule(settings.setup, settings.api, open))
    if (journal.entries.length > 0) {
      throw new ContractError('changes-left', {
        what: `the journal of an earlier run lists ${journal.entries.map(({ fixture }) => fixture).join(', ')}`,
        next: `contract-gate live restore ${settings.api}`,
      })
    }
    if (!writesNothing) journal.tryOut()
    await checkCredentials(connection, settings)
    if (!writesNothing) await checkFixtures(store, operations)
    checkClock(sender)
  } catch (error) {
    await connection.close()
    throw error
  }
  const good = new WeakSet<RawRequest>()
  const facts = factsOf(options, operations)
  return {
    target: {
      ...facts,
      states,
      prepare: (request, aCase) => {
        const prepared = { ...request, headers: [...request.headers, ...settings.headers] }
        if (aCase.as === 'partner' && !expectsRefusal(aCase)) good.add(prepared)
        return prepared
      },
      send: (request) => sender.send(request, good.has(request)),
      stopped: () => sender.stopped(),
    },
    credentials,
    notes: () => notes,
    unfinished: () =>
      journal.entries.length === 0
        ? undefined
        : `changes are left at the server: run \`contract-gate live restore ${settings.api}\``,
    close: async () => {
      try {
        notes.push(...(await store.close()))
      } finally {
        await connection.close()
      }
    },
  }
}

/** Returns a state provider that uses fixtures. For states without a fixture, it uses the setup module. */
function orSetUp(fixtures: StateProvider, setup: StateProvider): StateProvider {
  return {
    get requests() {
      return setup.requests
    },
    establish: async (asked) => {
      try {
        return await fixtures.establish(asked)
      } catch (error) {
        if (!(error instanceof ContractError) || error.code !== 'state-not-established') throw error
        return setup.establish(asked)
      }
    },
  }
}

/** For each role with bad credentials: the change that makes them from good ones. */
const FORGED: Readonly<Partial<Record<Role, Forgery>>> = {
  unknown: 'changed',
  unsigned: 'unsigned',
  'wrong-signer': 'foreign-key',
}

function factsOf(
  { settings, neighbours, writesNothing }: LiveTargetOptions,
  operations: readonly Operation[],
): Omit<Target, 'send'> {
  const partner = partnerOf(settings, operations)
  // Only a token has a signature that can be forged.
  const isSigned = Object.values(partner.schemes).some(({ type }) => type === 'oauth2' || type === 'bearer')
  const forged = Object.entries(FORGED)
    .filter(([, how]) => isSigned || how === 'changed')
    .map(([role, how]) => [role, { ...partner, forged: how }] as const)
  const useOf = ({ given }: Case) => neighbours.states.get(given?.state ?? '')
  return {
    name: 'live',
    baseUrl: settings.baseUrl,
    shows: { state: true, auth: 'full' },
    roles: ['partner', 'anonymous', 'malformed', ...forged.map(([role]) => role as Role)],
    credentials: { partner, ...Object.fromEntries(forged) },
    withoutRole: (role) =>
      ['expired', 'not-yet-valid', 'wrong-audience'].includes(role)
        ? `only the issuer can sign a token that is ${role}`
        : `the role ${role} needs another account at the vendor`,
    hides: ({ expect }) =>
      expect.kind === 'unsupported-method'
        ? 'the vendor may have other operations on this path, which could change the object'
        : undefined,
    order: (cases) => orderLiveCases(cases, neighbours),
    isAlone: (aCase) => {
      const use = useOf(aCase)
      return use !== undefined && demandOf(aCase, use) !== 'refusal'
    },
    ...(writesNothing ? { selects: (aCase) => changesNothing(aCase, neighbours) } : {}),
  }
}

/**
 * True for a request that cannot change anything: its credentials are bad, its path is invalid, or no object exists at
 * its path.
 */
function changesNothing({ as, expect, given }: Case, { states }: Neighbours): boolean {
  const use = states.get(given?.state ?? '')
  if (as !== 'partner') return true
  return (use !== undefined && isNothing(use)) || (expect.kind === 'refused' && expect.part === 'path')
}

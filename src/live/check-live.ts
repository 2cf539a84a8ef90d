import type { Case } from '../cases/case.ts'
import { resolveLiterals } from '../cases/literals/literals.ts'
import { ContractError } from '../errors.ts'
import type { LiveConnection } from './connect-live.ts'
import { faultOf } from './fixtures/check-fixtures.ts'
import { chooseSlot, type Asked, type Chosen } from './fixtures/choose-slot.ts'
import { countRequests, type RequestCount } from './fixtures/count-requests.ts'
import { defaultsOf } from '../operations/defaults-of.ts'
import { demandOf, expectsRefusal, stepsOf } from './fixtures/fixture-effect.ts'
import { isCreatable, isDescribedAs, isNothing } from './fixtures/live-states.ts'
import type { Slot } from './fixtures/slot.ts'
import type { Operation } from '../operations/operation.ts'
import type { Neighbours, StateUse } from './neighbours/neighbours.ts'
import { asObject, isObject, type JsonObject } from '../json.ts'
import { textOf } from './text-of.ts'

/**
 * The result of `live check`: the requests that a run would send, and the changes that it would make. `live check`
 * itself only reads from the server.
 */
export interface LiveCheck {
  readonly fixtures: readonly FixtureCheck[]
  /** The number of requests, for a run without failures. */
  readonly requests: RequestCount
  readonly judged: number
  /**
   * The reasons why cases cannot be judged, and how many cases each reason affects. The most frequent reason comes
   * first.
   */
  readonly blocked: readonly { readonly because: string; readonly cases: number }[]
}

export interface FixtureCheck {
  readonly name: string
  readonly use: string
  /** The reason why the fixture cannot be used. Undefined if it can be used. */
  readonly fault?: string
  /** The state of the fixture on the server, such as `status SCHEDULED`. */
  readonly state: string
  /**
   * The numbers of cases that use the fixture: `changes` counts the cases that change it, `refusals` the cases that the
   * server must refuse.
   */
  readonly changes: number
  readonly refusals: number
  /** For a fixture with `use: sacrificial`: the state of the fixture after the run, such as `status CANCELLED`. */
  readonly endsAs?: string
}

/**
 * Reads each fixture, and determines for each case which fixture it would use. Sends no case. `cases` must be in the
 * order of the run.
 */
export async function checkLive(
  { store, operations }: LiveConnection,
  {
    cases,
    neighbours,
    canCreate,
    canSetUp,
    rolesOf,
    now,
  }: {
    readonly cases: readonly Case[]
    readonly neighbours: Neighbours
    /** True if the gate is allowed to create objects on the server. */
    readonly canCreate: boolean
    /** True if a setup module sets up the states that have no fixture in the configuration. */
    readonly canSetUp: boolean
    /** Returns why the credentials for a case's role are missing. Returns undefined if they are available. */
    rolesOf(aCase: Case): string | undefined
    readonly now: string
  },
): Promise<LiveCheck> {
  const seen = new Map<Slot, Seen>()
  for (const slot of store.slots) {
    const fault = await readFault(slot, operations, () => store.read(slot))
    if (fault !== undefined) slot.lost = fault
    seen.set(slot, { ...(fault === undefined ? {} : { fault }), state: stateOf(slot), changes: 0, refusals: 0 })
  }
  const blocked = new Map<string, number>()
  const counts = [countAround(store.slots, neighbours, canCreate)]
  let judged = 0
  for (const aCase of cases) {
    const chosen = rolesOf(aCase) ?? fixtureFor(aCase, { slots: store.slots, neighbours, canCreate, canSetUp, now })
    if (typeof chosen === 'string') {
      blocked.set(chosen, (blocked.get(chosen) ?? 0) + 1)
      continue
    }
    judged += 1
    const found = chosen?.slot
    const use = neighbours.states.get(aCase.given?.state ?? '')
    const isLed = Object.keys(chosen?.update ?? {}).length > 0
    counts.push(countRequests(aCase, { reads: readsOf(found, use), isLed, use }))
    const counted = found === undefined ? undefined : seen.get(found)
    if (found === undefined || use === undefined || counted === undefined) continue
    if (expectsRefusal(aCase)) counted.refusals += 1
    else counted.changes += 1
    step(aCase, found, use)
    if (found.fixture.use === 'sacrificial') counted.endsAs = stateOf(found)
  }
  return {
    fixtures: [...seen].map(([slot, { fault, state, changes, refusals, endsAs }]) => ({
      name: slot.fixture.name,
      use: slot.fixture.use,
      state,
      changes,
      refusals,
      ...(fault === undefined ? {} : { fault }),
      ...(endsAs === undefined ? {} : { endsAs }),
    })),
    requests: {
      usual: counts.reduce((sum, { usual }) => sum + usual, 0),
      most: counts.reduce((sum, { most }) => sum + most, 0),
    },
    judged,
    blocked: [...blocked]
      .map(([because, count]) => ({ because, cases: count }))
      .toSorted((one, other) => other.cases - one.cases),
  }
}

/**
 * Counts the requests before the first case and after the last case. These requests get a token, and read, create and
 * remove objects.
 */
function countAround(slots: readonly Slot[], { states }: Neighbours, canCreate: boolean): RequestCount {
  const uses = [...states.values()]
  const lookups = uses.reduce((sum, { lookups: own }) => sum + own.size, 0)
  const created = canCreate ? uses.filter(({ create }) => create !== undefined).length : 0
  const fixtures = slots.reduce((sum, slot) => sum + 2 * readsOf(slot, slot.use), 0)
  // For each state in which objects can be created, the run creates two objects: cases change one, and the other is
  // removed at once.
  const usual = 1 + lookups + fixtures + created * 8
  return { usual, most: usual }
}

/**
 * Returns the number of requests that are sent each time a fixture is read. If there is a second object, which must
 * stay unchanged, it needs another request.
 */
function readsOf(slot: Slot | undefined, use: StateUse | undefined): number {
  if (use?.read === undefined) return 0
  return slot !== undefined && slot.fixture.bystander === undefined ? 1 : 2
}

/** The changes that a run would make to a fixture with the cases counted so far. Mutable. */
interface Seen {
  readonly fault?: string
  readonly state: string
  changes: number
  refusals: number
  endsAs?: string
}

async function readFault(
  slot: Slot,
  operations: readonly Operation[],
  read: () => Promise<void>,
): Promise<string | undefined> {
  try {
    await read()
    return faultOf(slot, operations)
  } catch (error) {
    if (error instanceof ContractError && error.code === 'fixture-unusable') return error.details.what ?? error.code
    throw error
  }
}

/**
 * Returns the fixture that a case would use, or the reason why the case cannot be judged. Returns undefined if the case
 * needs no fixture.
 */
function fixtureFor(
  aCase: Case,
  {
    slots,
    neighbours,
    canCreate,
    canSetUp,
    now,
  }: {
    readonly slots: readonly Slot[]
    readonly neighbours: Neighbours
    readonly canCreate: boolean
    readonly canSetUp: boolean
    readonly now: string
  },
): Chosen | string | undefined {
  const { given, operation } = aCase
  if (given === undefined) return undefined
  const use = neighbours.states.get(given.state)
  if (use === undefined)
    return canSetUp ? undefined : `neither the server nor a setup module can set up the state ${given.state}`
  const own = slots.filter(({ fixture }) => fixture.state === given.state)
  const parameters = { ...defaultsOf(operation, given.state), ...given.with }
  if (use.read === undefined) {
    const listed = own.find(({ fixture }) => isDescribedAs(fixture, parameters, operation))
    if (listed !== undefined) return { slot: listed, update: {} }
    if (isNothing(use) || canSetUp) return undefined
    return `needs a fixture in the state ${given.state}${inWords(parameters)}`
  }
  const asked: Asked = {
    with: parameters,
    demand: demandOf(aCase, use),
    fields: [aCase.send.body, aCase.first?.body].flatMap((body) => (isObject(body) ? Object.keys(body) : [])),
    operation,
  }
  const chosen = chooseSlot(own, asked)
  const slot = chosen?.slot
  if (slot === undefined && (canSetUp || (canCreate && isCreatable(asked, use)))) return undefined
  if (slot === undefined)
    return `needs a fixture in the state ${given.state}${wanted(asked, use)}, use: ${USE[asked.demand]}`
  return missingFact(aCase, slot, now) ?? chosen
}

const USE = { refusal: 'fixed', change: 'changeable', 'one-way': 'sacrificial' } as const

function wanted({ with: asked }: Asked, { lenient }: StateUse): string {
  return inWords(Object.fromEntries(Object.entries(asked).filter(([name]) => !lenient.includes(name))))
}

function inWords(parameters: JsonObject): string {
  const named = Object.entries(parameters)
  return named.length === 0 ? '' : ` with ${named.map(([name, value]) => `${name} ${textOf(value)}`).join(', ')}`
}

/**
 * Returns why a case cannot be sent: its fixture lacks a value that the case sends. Returns undefined if the case can
 * be sent.
 */
function missingFact({ send, path }: Case, { fixture, facts }: Slot, now: string): string | undefined {
  const state = { path: fixture.path, values: facts?.values ?? {}, given: facts?.given ?? {} }
  try {
    resolveLiterals({ ...send.path, body: send.body ?? null }, { now, state }, path)
    return undefined
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    return `needs a value under \`given\` or \`values\` of its fixture: ${error.details.what ?? 'a value'}`
  }
}

/** Updates the known values of one-way fields, as if a correct server had stored the values that the case sends. */
function step(aCase: Case, slot: Slot, use: StateUse): void {
  if (expectsRefusal(aCase) || stepsOf(aCase, use).length === 0 || slot.facts === undefined) return
  const { body } = aCase.send
  const taken = Object.entries(asObject(body)).filter(([name]) => use.oneWay.has(name))
  slot.facts = { ...slot.facts, with: { ...slot.facts.with, ...Object.fromEntries(taken) } }
}

function stateOf({ facts, use }: Slot): string {
  const shown = [...use.parameters.keys()].flatMap((name) => {
    const value = facts?.with[name]
    return value === undefined || use.lenient.includes(name) ? [] : [`${name} ${textOf(value)}`]
  })
  return shown.join(', ')
}

import { type Ground, type Island, type StateFacts, StateError, type StateRequest } from '../state.ts'
import type { Instant } from '../time/instant.ts'
import { readWithOptions } from '../with-options.ts'
import { type AnivaIds, anivaIds, clearIsland, settleIsland } from './island.ts'
import type { AnivaBehaviour, AnivaWorld } from './update.ts'

interface Settled {
  readonly ids: AnivaIds
  readonly zone: string | null
  readonly otherZone: string | null
  readonly show: (time: Instant) => string
  readonly at: (days: number, hour: number) => Instant
}

/** The provider states of Aniva's document: what each tells, by its name there. */
const STATES: Readonly<Record<string, (settled: Settled) => StateFacts>> = {
  appointment: (settled) => factsOf(settled, settled.ids.appointment),
  'foreign-appointment': (settled) => factsOf(settled, settled.ids.foreignAppointment),
  'no-appointment': (settled) => factsOf(settled, settled.ids.nobody),
}

/** Makes the island that a state asks for. */
export function makeAnivaIsland(
  asked: StateRequest,
  ground: Ground,
  world: AnivaWorld,
  show: AnivaBehaviour['show'],
  ids: AnivaIds = anivaIds(ground, asked.caseId),
): Island {
  const tell = Object.hasOwn(STATES, asked.state) ? STATES[asked.state] : undefined
  if (tell === undefined) throw new StateError(`Aniva has no state ${asked.state}.`)
  const options = readWithOptions(asked.state, asked.with)
  const status = options.choice('status', ['pending', 'confirmed', 'blood_drawn', 'cancelled'] as const, 'confirmed')
  const method = options.choice('method', ['practitioner', 'home', null] as const, 'practitioner')
  const isZone = (value: unknown): value is string | null =>
    value === null || (typeof value === 'string' && world.zones.isKnown(value))
  const zone = options.value('zone', isZone, 'Europe/Berlin')
  options.nothingElse()
  const otherZone = 'Europe/Helsinki'
  settleIsland(world, { ids, status, method, zone, otherZone, today: ground.today })
  const seen = (id: string) => {
    const kept = world.store.appointments.get(id)
    return kept === undefined ? null : show(kept, world)
  }
  return {
    facts: tell({
      ids,
      zone,
      otherZone,
      show: (time) => world.zones.render(time, zone ?? 'UTC') ?? '',
      at: (days, hour) => world.zones.atWallTime(zone ?? 'UTC', ground.today, days, hour * 60),
    }),
    observe: () => ({ subject: seen(ids.appointment), bystander: seen(ids.bystander) }),
    release: () => clearIsland(world, ids),
  }
}

function factsOf({ ids, zone, otherZone, show, at }: Settled, id: string): StateFacts {
  return {
    path: { id },
    values: {
      scheduled_at: [show(at(8, 10)), show(at(9, 15))],
      location_id: [ids.otherLocation, ids.location],
    },
    given: {
      zones: { [ids.location]: zone, [ids.otherLocation]: otherZone, [ids.zonelessLocation]: null },
      hiddenPanels: [ids.cancelledPanel],
      inactiveLocation: ids.inactiveLocation,
      foreignLocation: ids.foreignLocation,
    },
  }
}

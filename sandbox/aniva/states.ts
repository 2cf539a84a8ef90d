import { type FixtureContext, type Fixture, type StateFacts, StateError, type StateRequest } from '../state.ts'
import { addMinutes, type Instant } from '../time/instant.ts'
import type { Zones } from '../time/zones.ts'
import { readWithOptions, type WithOptions } from '../with-options.ts'
import {
  type AnivaIds,
  anivaIds,
  type AnivaFixturePlan,
  BOOKED_DAY,
  BYSTANDER_MINUTE,
  clearFixture,
  insertFixture,
} from './fixture.ts'
import type { AnivaBehaviour } from './behaviour.ts'
import type { AnivaWorld } from './update.ts'

/** What a state tells of the fixture that all of them settle. */
type Tell = (plan: AnivaFixturePlan, world: AnivaWorld) => Partial<StateFacts>

/** The provider states of Aniva's document, by their names there. */
const STATES: Readonly<Record<string, Tell>> = {
  appointment: tellAppointment,
  'foreign-appointment': ({ ids }) => ({ path: { id: ids.foreignAppointment } }),
  'no-appointment': ({ ids }) => ({ path: { id: ids.unused } }),
}

/**
 * Makes the fixture that a state asks for.
 * @throws {StateError} when the document has no such state, or does not allow what is in `with`.
 */
export function makeAnivaFixture(
  asked: StateRequest,
  ground: FixtureContext,
  world: AnivaWorld,
  show: AnivaBehaviour['show'],
  ids: AnivaIds = anivaIds(ground, asked.caseId),
): Fixture {
  const tell = Object.hasOwn(STATES, asked.state) ? STATES[asked.state] : undefined
  if (tell === undefined) throw new StateError(`Aniva has no state ${asked.state}.`)
  // Only the first state takes options; the others settle the same fixture as it is by default.
  const options = readWithOptions(asked.state, asked.with)
  const wanted = readPlan(asked.state === 'appointment' ? options : readWithOptions(asked.state, {}), world.zones)
  options.nothingElse()
  const { today } = ground
  const plan = { ...wanted, ids, today, otherZone: zoneWithAnotherOffset(world.zones, wanted.zone, today) }
  insertFixture(world, plan)
  const seen = (id: string) => {
    const kept = world.store.appointments.get(id)
    return kept === undefined ? null : show(kept, world)
  }
  return {
    facts: { path: {}, values: {}, given: {}, ...tell(plan, world) },
    observe: () => ({ subject: seen(ids.appointment), bystander: seen(ids.bystander) }),
    release: () => clearFixture(world, ids),
  }
}

function readPlan(options: WithOptions, zones: Zones): Omit<AnivaFixturePlan, 'ids' | 'today' | 'otherZone'> {
  const isZone = (value: unknown): value is string | null =>
    value === null || (typeof value === 'string' && zones.isKnown(value))
  return {
    status: options.choice('status', ['pending', 'confirmed', 'blood_drawn', 'cancelled'] as const, 'confirmed'),
    method: options.choice('method', ['practitioner', 'home', null] as const, 'practitioner'),
    zone: options.value('zone', isZone, 'Europe/Berlin'),
    scheduled: options.choice('scheduled', [true, false] as const, true),
    profile: options.choice('profile', ['full', 'bare'] as const, 'full'),
    sex: options.choice('sex', [1, 2] as const, 2),
    language: options.choice('language', ['en', 'de', 'fi'] as const, 'de'),
    updated: options.choice('updated', [true, false] as const, false),
    shipments: options.choice('shipments', [0, 2] as const, 2),
  }
}

/** A zone in which clocks show something else than in `zone`, in winter and in summer. */
function zoneWithAnotherOffset(zones: Zones, zone: string | null, { seconds }: Instant): string {
  const HALF_A_YEAR = 182 * 86_400
  const offsetsOf = (name: string) =>
    [seconds, seconds + HALF_A_YEAR].map((at) => zones.offsetAt(name, { seconds: at, fraction: '' }))
  const own = offsetsOf(zone ?? 'UTC')
  const differs = (name: string) => offsetsOf(name).every((offset, index) => offset !== own[index])
  return ['Europe/Helsinki', 'Asia/Kathmandu'].find(differs) ?? 'America/New_York'
}

function tellAppointment(plan: AnivaFixturePlan, { zones, store }: AnivaWorld): StateFacts {
  const { ids, zone, otherZone, method, today } = plan
  const show = (time: Instant) => zones.render(time, zone ?? 'UTC') ?? ''
  const scheduledAt = store.appointments.get(ids.appointment)?.scheduledAt ?? null
  const change = zone === null ? undefined : zones.nextChange(zone, zones.atWallTime(zone, today, BOOKED_DAY + 1, 0))
  const at = (days: number, minutes: number) => show(zones.atWallTime(zone ?? 'UTC', today, days, minutes))
  return {
    path: { id: ids.appointment },
    values: {
      scheduled_at: [at(BOOKED_DAY + 1, 600), at(BOOKED_DAY + 2, 915)],
      location_id: method === 'home' ? [] : [ids.otherLocation, ids.location],
    },
    given: {
      zones: {
        [ids.location]: zone,
        [ids.otherLocation]: otherZone,
        [ids.zonelessLocation]: null,
        [ids.inactiveLocation]: zone,
        [ids.foreignLocation]: zone,
      },
      hiddenPanels: [ids.cancelledPanel],
      scheduled_at: scheduledAt === null ? null : show(scheduledAt),
      takenTime: at(BOOKED_DAY, BYSTANDER_MINUTE),
      ...(change === undefined
        ? {}
        : { beforeClockChange: show(addMinutes(change, -15)), afterClockChange: show(addMinutes(change, 15)) }),
      upperCaseId: ids.appointment.toUpperCase(),
      activeLocation: ids.otherLocation,
      upperCaseLocation: ids.otherLocation.toUpperCase(),
      inactiveLocation: ids.inactiveLocation,
      foreignLocation: ids.foreignLocation,
      unknownLocation: ids.unused,
    },
  }
}

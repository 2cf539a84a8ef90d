import type { Fixture, FixtureContext } from '../fixtures/fixtures.ts'
import { StateError, type StateFacts, type StateRequest } from '../fixtures/state.ts'
import { addMinutes, type Instant } from '../time/instant.ts'
import type { Zones } from '../time/zones.ts'
import { readWithOptions, type WithOptions } from '../fixtures/with-options.ts'
import {
  type AnivaIds,
  anivaIds,
  type AnivaFixturePlan,
  ANIVA_BOOKED_DAY,
  BYSTANDER_MINUTE,
  clearAnivaFixture,
  insertAnivaFixture,
} from './fixture.ts'
import type { AnivaBehaviour } from './behaviour.ts'
import { ANIVA_PARTNERS } from './partners.ts'
import type { AnivaLocation } from './store.ts'
import type { AnivaServer } from './update.ts'

/**
 * Returns the values of a provider state from the plan of its fixture. The fixtures of all provider states have the
 * same records.
 */
type FactsOf = (plan: AnivaFixturePlan, server: AnivaServer) => Partial<StateFacts>

/** The provider states of Aniva's document, by name. */
const STATES: Readonly<Record<string, FactsOf>> = {
  appointment: appointmentFacts,
  'foreign-appointment': ({ ids }) => ({ path: { id: ids.foreignAppointment } }),
  'no-appointment': ({ ids }) => ({ path: { id: ids.unused } }),
}

/**
 * Inserts the fixture of a provider state. Throws `StateError` if the document has no such state, or if the state does
 * not allow the options `with`.
 */
export function makeAnivaFixture(
  request: StateRequest,
  context: FixtureContext,
  server: AnivaServer,
  show: AnivaBehaviour['show'],
  ids: AnivaIds = anivaIds(context, request.caseId),
): Fixture {
  const factsOf = Object.hasOwn(STATES, request.state) ? STATES[request.state] : undefined
  if (factsOf === undefined) throw new StateError(`Aniva has no state ${request.state}.`)
  // Only the state `appointment` has options that describe its appointment. The other states insert the default
  // appointment.
  const options = readWithOptions(request.state, request.with)
  const wanted = readPlan(request.state === 'appointment' ? options : readWithOptions(request.state, {}), server.zones)
  const places = ['foreign-location', 'own-location'] as const
  const foreignAt = request.state === 'foreign-appointment' ? options.choice('place', places, places[0]) : places[0]
  options.rejectUnknown()
  const { today } = context
  const plan = { ...wanted, foreignAt, ids, today, otherZone: zoneWithAnotherOffset(server.zones, wanted.zone, today) }
  insertAnivaFixture(server, plan)
  const showById = (id: string) => {
    const stored = server.store.appointments.get(id)
    return stored === undefined ? null : show(stored, server)
  }
  const facts = { path: {}, values: {}, given: {}, ...factsOf(plan, server) }
  const addressed = String(facts.path['id'])
  const subjectId = server.store.appointments.has(addressed) ? addressed : ids.appointment
  return {
    facts,
    observe: () => ({ subject: showById(subjectId), bystander: showById(ids.bystander) }),
    release: () => clearAnivaFixture(server, ids),
  }
}

function readPlan(
  options: WithOptions,
  zones: Zones,
): Omit<AnivaFixturePlan, 'ids' | 'today' | 'otherZone' | 'foreignAt'> {
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

/** Returns a time zone that has another offset than `zone`, both in winter and in summer. */
function zoneWithAnotherOffset(zones: Zones, zone: string | null, { seconds }: Instant): string {
  const HALF_A_YEAR = 182 * 86_400
  const offsetsOf = (name: string) =>
    [seconds, seconds + HALF_A_YEAR].map((at) => zones.offsetAt(name, { seconds: at, fraction: '' }))
  const own = offsetsOf(zone ?? 'UTC')
  const differs = (name: string) => offsetsOf(name).every((offset, index) => offset !== own[index])
  return ['Europe/Helsinki', 'Asia/Kathmandu'].find(differs) ?? 'America/New_York'
}

function appointmentFacts(plan: AnivaFixturePlan, { zones, store }: AnivaServer): StateFacts {
  const { ids, zone, otherZone, method, today } = plan
  const show = (time: Instant) => zones.render(time, zone ?? 'UTC') ?? ''
  const scheduledAt = store.appointments.get(ids.appointment)?.scheduledAt ?? null
  const change =
    zone === null ? undefined : zones.nextChange(zone, zones.atWallTime(zone, today, ANIVA_BOOKED_DAY + 1, 0))
  const at = (days: number, minutes: number) => show(zones.atWallTime(zone ?? 'UTC', today, days, minutes))
  return {
    path: { id: ids.appointment },
    values: {
      scheduled_at: [at(ANIVA_BOOKED_DAY + 1, 600), at(ANIVA_BOOKED_DAY + 2, 915)],
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
      locations: [
        ids.location,
        ids.otherLocation,
        ids.zonelessLocation,
        ids.inactiveLocation,
        ids.foreignLocation,
      ].flatMap((id) => listedLocation(store.locations.get(id))),
      hiddenPanels: [ids.cancelledPanel],
      scheduled_at: scheduledAt === null ? null : show(scheduledAt),
      takenTime: at(ANIVA_BOOKED_DAY, BYSTANDER_MINUTE),
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

/**
 * Returns a location in the form that a client receives. `access` is true if the partner's key gives access to the
 * location.
 */
function listedLocation(location: AnivaLocation | undefined) {
  if (location === undefined) return []
  const { id, group, active, timezone } = location
  return [{ location_id: id, access: group === ANIVA_PARTNERS.partner.group, active, zone: timezone }]
}

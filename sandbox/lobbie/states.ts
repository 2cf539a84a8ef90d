import { type FixtureContext, type Fixture, type StateFacts, StateError, type StateRequest } from '../state.ts'
import { readWithOptions, type WithOptions } from '../with-options.ts'
import { APPOINTMENT_STATUSES, type AppointmentStatus } from './appointment.ts'
import {
  BOOKED_DAY,
  BOOKED_MINUTES,
  clearFixture,
  DURATION_MINUTES,
  type LobbieIds,
  lobbieIds,
  insertFixture,
} from './fixture.ts'
import { addMinutes } from '../time/instant.ts'
import { isStepAllowed } from './status-steps.ts'
import type { LobbieBehaviour } from './behaviour.ts'
import type { LobbieWorld } from './update.ts'

/** What a state changes about the fixture that all of them settle, and what it tells of it. */
interface Plan {
  readonly status?: AppointmentStatus
  readonly zone?: string
  readonly crowd?: readonly number[]
  readonly tell: (
    ids: LobbieIds,
    startAt: (days: number, minutes: number) => string,
    /** So many minutes after the clocks of the location change, if they do. */
    changeAt: (minutes: number) => string | undefined,
  ) => Partial<StateFacts>
}

const DEFAULT_ZONE = 'America/New_York'

/** The provider states of Lobbie's document, by their names there. */
const STATES: Readonly<
  Record<string, (options: WithOptions, world: LobbieWorld, newId: (index: number) => number) => Plan>
> = {
  appointment: (options, { zones }) => {
    const isZone = (value: unknown): value is string => typeof value === 'string' && zones.isKnown(value)
    const status = options.choice('status', APPOINTMENT_STATUSES, 'SCHEDULED')
    const zone = options.value('zone', isZone, DEFAULT_ZONE)
    return { status, zone, tell: (ids, startAt, changeAt) => tellAppointment(ids, startAt, status, zone, changeAt) }
  },
  'no-appointment': () => ({ tell: (ids) => ({ path: { ...ownPath(ids), appointmentId: ids.unused } }) }),
  'appointment-elsewhere': (options) => {
    const place = options.choice('place', ['other-location', 'other-account'] as const, 'other-location')
    return {
      tell: (ids) => ({
        path: {
          ...ownPath(ids),
          appointmentId: place === 'other-location' ? ids.appointmentElsewhere : ids.appointmentOfOtherAccount,
        },
      }),
    }
  },
  'foreign-location': () => ({
    tell: (ids) => ({
      path: { ...ownPath(ids), locationId: ids.foreignLocation, appointmentId: ids.foreignAppointment },
    }),
  }),
  // Not of the document: many appointments of one practitioner, for those who come in numbers.
  crowd: (options, _world, newId) => {
    const isSize = (value: unknown): value is number =>
      Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1000
    const crowd = Array.from({ length: options.value('size', isSize, 100) }, (_, index) => newId(index))
    return {
      crowd,
      tell: (ids, startAt) => ({
        ...tellAppointment(ids, startAt, 'SCHEDULED', DEFAULT_ZONE, () => undefined),
        given: { appointmentIds: crowd },
      }),
    }
  },
}

/**
 * Makes the fixture that a state asks for.
 * @throws {StateError} when the document has no such state, or does not allow what is in `with`.
 */
export function makeLobbieFixture(
  asked: StateRequest,
  { today, ...ground }: FixtureContext,
  world: LobbieWorld,
  show: LobbieBehaviour['show'],
  ids: LobbieIds = lobbieIds({ today, ...ground }, asked.caseId),
): Fixture {
  const makePlan = Object.hasOwn(STATES, asked.state) ? STATES[asked.state] : undefined
  if (makePlan === undefined) throw new StateError(`Lobbie has no state ${asked.state}.`)
  const options = readWithOptions(asked.state, asked.with)
  const newId = (index: number) => ground.identities.number(`lobbie ${asked.caseId} crowd ${index}`, 0)
  const { status = 'SCHEDULED', zone = DEFAULT_ZONE, crowd = [], tell } = makePlan(options, world, newId)
  options.nothingElse()
  insertFixture(world, { ids, status, zone, today, crowd })
  const { zones, store } = world
  const startAt = (days: number, minutes: number) =>
    zones.render(zones.atWallTime(zone, today, days, minutes), zone) ?? ''
  const change = zones.nextChange(zone, zones.atWallTime(zone, today, BOOKED_DAY + 1, 0))
  const changeAt = (minutes: number) =>
    change === undefined ? undefined : zones.render(addMinutes(change, minutes), zone)
  const seen = (id: number) => {
    const kept = store.appointments.get(id)
    return kept === undefined ? null : show(kept, world)
  }
  return {
    facts: { path: {}, values: {}, given: {}, ...tell(ids, startAt, changeAt) },
    observe: () => ({ subject: seen(ids.appointment), bystander: seen(ids.bystander) }),
    release: () => clearFixture(world, [...Object.values(ids), ...crowd]),
  }
}

function ownPath({ account, location, appointment }: LobbieIds) {
  return { accountId: account, locationId: location, appointmentId: appointment }
}

function tellAppointment(
  ids: LobbieIds,
  startAt: (days: number, minutes: number) => string,
  status: AppointmentStatus,
  zone: string,
  changeAt: (minutes: number) => string | undefined,
): StateFacts {
  const { subject, freed, bystander } = BOOKED_MINUTES
  const crossingStartTime = changeAt(-DURATION_MINUTES / 2)
  return {
    path: ownPath(ids),
    values: {
      practitionerId: [ids.freePractitioner, ids.practitioner],
      startTime: [startAt(BOOKED_DAY + 1, 600), startAt(BOOKED_DAY + 2, 915)],
      status: APPOINTMENT_STATUSES.filter((next) => isStepAllowed(status, next)),
    },
    given: {
      zone,
      practitionerId: ids.practitioner,
      startTime: startAt(BOOKED_DAY, subject),
      shiftedStartTime: startAt(BOOKED_DAY, subject + DURATION_MINUTES / 2),
      ...(crossingStartTime === undefined ? {} : { crossingStartTime }),
      takenStartTime: startAt(BOOKED_DAY, bystander),
      overlappingStartTime: startAt(BOOKED_DAY, bystander - DURATION_MINUTES / 2),
      adjoiningStartTime: startAt(BOOKED_DAY, bystander + DURATION_MINUTES),
      precedingStartTime: startAt(BOOKED_DAY, bystander - DURATION_MINUTES),
      freedStartTime: startAt(BOOKED_DAY, freed),
      busyPractitioner: ids.busyPractitioner,
      receptionist: ids.receptionist,
      practitionerElsewhere: ids.practitionerElsewhere,
      unknownStaff: ids.unused,
    },
  }
}

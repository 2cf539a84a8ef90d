import type { Fixture, FixtureContext } from '../fixtures/fixtures.ts'
import { StateError, type StateFacts, type StateRequest } from '../fixtures/state.ts'
import { readWithOptions, type WithOptions } from '../fixtures/with-options.ts'
import { APPOINTMENT_STATUSES, type AppointmentStatus, type LobbieAppointment } from './appointment.ts'
import {
  LOBBIE_BOOKED_DAY,
  BOOKED_MINUTES,
  clearLobbieFixture,
  DURATION_MINUTES,
  type LobbieIds,
  lobbieIds,
  insertLobbieFixture,
} from './fixture.ts'
import { addMinutes, type Instant } from '../time/instant.ts'
import { isStepAllowed } from './status-steps.ts'
import type { LobbieBehaviour } from './behaviour.ts'
import type { LobbieServer } from './update.ts'

/** The plan of a provider state: its changes to the default fixture, and a function that returns its values. */
interface Plan {
  readonly status?: AppointmentStatus
  readonly zone?: string
  readonly durationMinutes?: number
  readonly crowd?: readonly number[]
  readonly facts: (
    ids: LobbieIds,
    startAt: (days: number, minutes: number) => string,
    /**
     * Returns the time that is `minutes` after the next clock change at the location. Returns undefined if there is no
     * clock change.
     */
    changeAt: (minutes: number) => string | undefined,
  ) => Partial<StateFacts>
}

const DEFAULT_ZONE = 'America/New_York'

/** The provider states of Lobbie's document, by name. */
const STATES: Readonly<
  Record<string, (options: WithOptions, server: LobbieServer, newId: (index: number) => number) => Plan>
> = {
  appointment: (options, { zones }) => {
    const isZone = (value: unknown): value is string => typeof value === 'string' && zones.isKnown(value)
    const status = options.choice('status', APPOINTMENT_STATUSES, 'SCHEDULED')
    const zone = options.value('zone', isZone, DEFAULT_ZONE)
    const durationMinutes = options.choice('durationMinutes', [30, 45], DURATION_MINUTES)
    const facts: Plan['facts'] = (ids, startAt, changeAt) =>
      appointmentFacts(ids, startAt, { status, zone, durationMinutes }, changeAt)
    return { status, zone, durationMinutes, facts }
  },
  'no-appointment': () => ({ facts: (ids) => ({ path: { ...ownPath(ids), appointmentId: ids.unused } }) }),
  'appointment-elsewhere': (options) => {
    const place = options.choice('place', ['other-location', 'other-account'] as const, 'other-location')
    return {
      facts: (ids) => ({
        path: {
          ...ownPath(ids),
          appointmentId: place === 'other-location' ? ids.appointmentElsewhere : ids.appointmentOfOtherAccount,
        },
      }),
    }
  },
  'foreign-location': () => ({
    facts: (ids) => ({
      path: { ...ownPath(ids), locationId: ids.foreignLocation, appointmentId: ids.foreignAppointment },
    }),
  }),
  // The state `crowd` is not in the document. It inserts many appointments of one practitioner, for tests of
  // concurrency.
  crowd: (options, _server, newId) => {
    const isSize = (value: unknown): value is number =>
      Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1000
    const crowd = Array.from({ length: options.value('size', isSize, 100) }, (_, index) => newId(index))
    return {
      crowd,
      facts: (ids, startAt) => ({
        ...appointmentFacts(
          ids,
          startAt,
          { status: 'SCHEDULED', zone: DEFAULT_ZONE, durationMinutes: DURATION_MINUTES },
          () => undefined,
        ),
        given: { appointmentIds: crowd },
      }),
    }
  },
}

/**
 * Inserts the fixture of a provider state. Throws `StateError` if the document has no such state, or if the state does
 * not allow the options `with`.
 */
export function makeLobbieFixture(
  request: StateRequest,
  { today, ...context }: FixtureContext,
  server: LobbieServer,
  show: LobbieBehaviour['show'],
  ids: LobbieIds = lobbieIds(context, request.caseId),
): Fixture {
  const planFor = Object.hasOwn(STATES, request.state) ? STATES[request.state] : undefined
  if (planFor === undefined) throw new StateError(`Lobbie has no state ${request.state}.`)
  const options = readWithOptions(request.state, request.with)
  const newId = (index: number) => context.identities.number(`lobbie ${request.caseId} crowd ${index}`, 0)
  const {
    status = 'SCHEDULED',
    zone = DEFAULT_ZONE,
    durationMinutes = DURATION_MINUTES,
    crowd = [],
    facts,
  } = planFor(options, server, newId)
  options.rejectUnknown()
  insertLobbieFixture(server, { ids, status, zone, durationMinutes, today, crowd })
  const { zones, store } = server
  const startAt = (days: number, minutes: number) =>
    zones.render(zones.atWallTime(zone, today, days, minutes), zone) ?? ''
  const change = zones.nextChange(zone, zones.atWallTime(zone, today, LOBBIE_BOOKED_DAY + 1, 0))
  const changeAt = (minutes: number) =>
    change === undefined ? undefined : zones.render(addMinutes(change, minutes), zone)
  const showById = (id: number) => {
    const stored = store.appointments.get(id)
    return stored === undefined ? null : show(stored, server)
  }
  const stated = { path: {}, values: {}, given: {}, ...facts(ids, startAt, changeAt) }
  const addressed = Number(stated.path['appointmentId'])
  const subjectId = store.appointments.has(addressed) ? addressed : ids.appointment
  const listed = request.state === 'appointment' ? listedFacts(ids, server) : {}
  return {
    facts: { ...stated, given: { ...stated.given, ...listed } },
    observe: () => ({ subject: showById(subjectId), bystander: showById(ids.bystander) }),
    release: () => clearLobbieFixture(server, [...Object.values(ids), ...crowd]),
  }
}

/** Returns the staff of the location and their appointments. With these facts, a client can predict a refusal. */
function listedFacts(ids: LobbieIds, { store, zones }: LobbieServer) {
  const zone = store.locations.get(ids.location)?.timeZone ?? 'UTC'
  const show = (time: Instant) => zones.render(time, zone) ?? ''
  const period = ({ start, durationMinutes }: LobbieAppointment) => ({
    startTime: show(start),
    endTime: show(addMinutes(start, durationMinutes)),
  })
  const { appointments, staff } = store
  const bookings = [
    ids.bystander,
    ids.cancelledAppointment,
    ids.missedAppointment,
    ids.treatedAppointment,
    ids.checkedOutAppointment,
    ids.busyAppointment,
    ids.appointmentOfSharedPractitioner,
  ].flatMap((id) => appointments.get(id) ?? [])
  const members = [
    ids.freePractitioner,
    ids.practitioner,
    ids.busyPractitioner,
    ids.receptionist,
    ids.practitionerElsewhere,
    ids.sharedPractitioner,
  ].flatMap((id) => staff.get(id) ?? [])
  return {
    durationMinutes: appointments.get(ids.appointment)?.durationMinutes ?? DURATION_MINUTES,
    bookings: bookings.map((booking) => ({
      practitionerId: booking.practitionerId,
      ...period(booking),
      status: booking.status,
    })),
    staff: members.map(({ id, isPractitioner, locationIds }) => ({
      practitionerId: id,
      isPractitioner,
      worksHere: locationIds.includes(ids.location),
    })),
  }
}

function ownPath({ account, location, appointment }: LobbieIds) {
  return { accountId: account, locationId: location, appointmentId: appointment }
}

function appointmentFacts(
  ids: LobbieIds,
  startAt: (days: number, minutes: number) => string,
  {
    status,
    zone,
    durationMinutes,
  }: { readonly status: AppointmentStatus; readonly zone: string; readonly durationMinutes: number },
  changeAt: (minutes: number) => string | undefined,
): StateFacts {
  const { subject, freed, bystander } = BOOKED_MINUTES
  const crossingStartTime = changeAt(-durationMinutes / 2)
  return {
    path: ownPath(ids),
    values: {
      practitionerId: [ids.freePractitioner, ids.practitioner],
      startTime: [startAt(LOBBIE_BOOKED_DAY + 1, 600), startAt(LOBBIE_BOOKED_DAY + 2, 915)],
      status: APPOINTMENT_STATUSES.filter((next) => isStepAllowed(status, next)),
    },
    given: {
      zone,
      practitionerId: ids.practitioner,
      startTime: startAt(LOBBIE_BOOKED_DAY, subject),
      shiftedStartTime: startAt(LOBBIE_BOOKED_DAY, subject + durationMinutes / 2),
      ...(crossingStartTime === undefined ? {} : { crossingStartTime }),
      takenStartTime: startAt(LOBBIE_BOOKED_DAY, bystander),
      overlappingStartTime: startAt(LOBBIE_BOOKED_DAY, bystander - durationMinutes / 2),
      adjoiningStartTime: startAt(LOBBIE_BOOKED_DAY, bystander + DURATION_MINUTES),
      precedingStartTime: startAt(LOBBIE_BOOKED_DAY, bystander - durationMinutes),
      freedStartTime: startAt(LOBBIE_BOOKED_DAY, freed),
      busyPractitioner: ids.busyPractitioner,
      receptionist: ids.receptionist,
      practitionerElsewhere: ids.practitionerElsewhere,
      unknownStaff: ids.unused,
    },
  }
}

import { idsByRole } from '../fixtures/ids-by-role.ts'
import type { FixtureContext } from '../fixtures/fixtures.ts'
import { addMinutes, type Instant, toMilliseconds } from '../time/instant.ts'
import type { LobbieAppointment, AppointmentStatus } from './appointment.ts'
import { LOBBIE_PARTNERS } from './partners.ts'
import type { LobbieServer } from './update.ts'

/** The names of the records in a fixture. */
export const LOBBIE_ROLES = [
  'account',
  'location',
  // Another location of `account`.
  'otherLocation',
  // Another account to which the partner has access, and a location of that account.
  'otherAccount',
  'otherAccountLocation',
  // An account to which only the other partner has access, and a location of that account.
  'foreignAccount',
  'foreignLocation',
  // The practitioner of `appointment` (which a case changes), of `bystander` (which no case may change), and of several
  // other appointments.
  'practitioner',
  // A practitioner without appointments, except in the state `crowd`.
  'freePractitioner',
  // A practitioner with an appointment at `otherLocation`. It starts 15 minutes before `appointment` and overlaps it.
  'busyPractitioner',
  // A person who works at the location but is not a practitioner.
  'receptionist',
  // A practitioner who works only at `otherLocation`.
  'practitionerElsewhere',
  'practitionerAbroad',
  'patient',
  'otherPatient',
  'appointment',
  'bystander',
  'cancelledAppointment',
  'missedAppointment',
  'busyAppointment',
  'appointmentElsewhere',
  'appointmentOfOtherAccount',
  'foreignAppointment',
  'appointmentType',
  // An id that no record has.
  'unused',
  // A practitioner with an appointment at `otherLocation`. It starts at the same time as `appointment`.
  'sharedPractitioner',
  'appointmentOfSharedPractitioner',
  'treatedAppointment',
  'checkedOutAppointment',
] as const

export type LobbieIds = Readonly<Record<(typeof LOBBIE_ROLES)[number], number>>

/** Returns the ids of the records of the fixture for a case. The same `caseId` gives the same ids. */
export function lobbieIds({ identities }: Pick<FixtureContext, 'identities'>, caseId: string): LobbieIds {
  return idsByRole(LOBBIE_ROLES, (_role, slot) => identities.number(`lobbie ${caseId}`, slot))
}

/** All appointments of a fixture are on one day. This is the number of days from today to that day. */
export const LOBBIE_BOOKED_DAY = 7
/** The minute of the day at which each appointment of a fixture starts. `subject` is the appointment that cases update. */
export const BOOKED_MINUTES = { checkedOut: 360, busy: 525, subject: 540, freed: 630, treated: 690, bystander: 780 }
export const DURATION_MINUTES = 30

const DAY = 86_400_000

/** The initial state of a fixture. */
export interface LobbieFixturePlan {
  readonly ids: LobbieIds
  readonly status: AppointmentStatus
  readonly zone: string
  /** The duration of `appointment`. Most other appointments take `DURATION_MINUTES`. */
  readonly durationMinutes: number
  readonly today: Instant
  /**
   * Ids of additional appointments of `freePractitioner`. These appointments follow each other without a gap, a month
   * after the other appointments.
   */
  readonly crowd: readonly number[]
}

/** Inserts a fixture into the store. Replaces stored records with the same ids. */
export function insertLobbieFixture(server: LobbieServer, plan: LobbieFixturePlan): void {
  insertPlaces(server, plan)
  for (const appointment of bookedAppointments(server, plan)) server.store.save(appointment)
}

/** Removes the records of a fixture. */
export function clearLobbieFixture({ store }: LobbieServer, ids: readonly number[]): void {
  for (const id of ids) {
    store.remove(id)
    store.staff.delete(id)
    store.locations.delete(id)
    store.accounts.delete(id)
  }
}

function insertPlaces({ store }: LobbieServer, { ids, zone }: LobbieFixturePlan): void {
  const { partner, 'other-partner': otherPartner, 'no-grant': noGrant, revoked } = LOBBIE_PARTNERS
  const active = { active: true }
  const grants = new Map([
    [partner.clientId, active],
    [revoked.clientId, active],
    [noGrant.clientId, { active: false }],
  ])
  store.accounts.set(ids.account, { id: ids.account, grants })
  store.accounts.set(ids.otherAccount, { id: ids.otherAccount, grants })
  store.accounts.set(ids.foreignAccount, { id: ids.foreignAccount, grants: new Map([[otherPartner.clientId, active]]) })
  for (const [id, accountId] of [
    [ids.location, ids.account],
    [ids.otherLocation, ids.account],
    [ids.otherAccountLocation, ids.otherAccount],
    [ids.foreignLocation, ids.foreignAccount],
  ] as const) {
    store.locations.set(id, { id, accountId, timeZone: zone })
  }
  for (const [id, isPractitioner, locationIds] of [
    [ids.practitioner, true, [ids.location]],
    [ids.freePractitioner, true, [ids.location]],
    [ids.busyPractitioner, true, [ids.location, ids.otherLocation]],
    [ids.receptionist, false, [ids.location]],
    [ids.practitionerElsewhere, true, [ids.otherLocation]],
    [ids.sharedPractitioner, true, [ids.location, ids.otherLocation]],
    [ids.practitionerAbroad, true, [ids.otherAccountLocation, ids.foreignLocation]],
  ] as const) {
    store.staff.set(id, { id, isPractitioner, locationIds })
  }
}

function bookedAppointments({ zones }: LobbieServer, plan: LobbieFixturePlan): readonly LobbieAppointment[] {
  const { ids, status, zone, durationMinutes, today, crowd } = plan
  const at = (minutes: number, day = LOBBIE_BOOKED_DAY) => zones.atWallTime(zone, today, day, minutes)
  const createdAt = toMilliseconds(today) - 5 * DAY
  const subject: LobbieAppointment = {
    id: ids.appointment,
    locationId: ids.location,
    practitionerId: ids.practitioner,
    patientId: ids.patient,
    appointmentTypeId: ids.appointmentType,
    start: at(BOOKED_MINUTES.subject),
    durationMinutes,
    status,
    note: 'Annual checkup',
    createdAt,
    updatedAt: createdAt,
  }
  const other: LobbieAppointment = {
    ...subject,
    patientId: ids.otherPatient,
    durationMinutes: DURATION_MINUTES,
    status: 'CONFIRMED',
    note: 'Blood pressure',
  }
  const ofOther: LobbieAppointment = { ...other, practitionerId: ids.practitionerAbroad }
  return [
    subject,
    { ...other, id: ids.bystander, start: at(BOOKED_MINUTES.bystander) },
    { ...other, id: ids.cancelledAppointment, start: at(BOOKED_MINUTES.freed), status: 'CANCELLED' },
    { ...other, id: ids.missedAppointment, start: at(BOOKED_MINUTES.freed), status: 'NO_SHOW' },
    {
      ...other,
      id: ids.treatedAppointment,
      start: at(BOOKED_MINUTES.treated),
      durationMinutes: 10,
      status: 'IN_TREATMENT',
    },
    {
      ...other,
      id: ids.checkedOutAppointment,
      start: at(BOOKED_MINUTES.checkedOut),
      durationMinutes: 90,
      status: 'CHECKED_OUT',
    },
    {
      ...other,
      id: ids.busyAppointment,
      practitionerId: ids.busyPractitioner,
      locationId: ids.otherLocation,
      start: at(BOOKED_MINUTES.busy),
      status: 'CHECKED_IN',
    },
    {
      ...other,
      id: ids.appointmentElsewhere,
      practitionerId: ids.practitionerElsewhere,
      locationId: ids.otherLocation,
    },
    {
      ...other,
      id: ids.appointmentOfSharedPractitioner,
      practitionerId: ids.sharedPractitioner,
      locationId: ids.otherLocation,
      status: 'SCHEDULED',
    },
    { ...ofOther, id: ids.appointmentOfOtherAccount, locationId: ids.otherAccountLocation },
    { ...ofOther, id: ids.foreignAppointment, locationId: ids.foreignLocation, start: at(BOOKED_MINUTES.freed) },
    ...crowd.map((id, index) => ({
      ...other,
      id,
      practitionerId: ids.freePractitioner,
      start: addMinutes(at(0, LOBBIE_BOOKED_DAY + 30), index * DURATION_MINUTES),
    })),
  ]
}

import { atHour } from '../common/zone.ts'
import type { LobbieSettings } from './switches.ts'

/** The statuses that an appointment can have. */
export const statuses = [
  'SCHEDULED',
  'CONFIRMED',
  'CHECKED_IN',
  'IN_TREATMENT',
  'CHECKED_OUT',
  'CANCELLED',
  'NO_SHOW',
] as const

/** A stored appointment. Times are milliseconds since 1970. */
export interface Appointment {
  readonly id: number
  readonly accountId: number
  readonly locationId: number
  readonly patientId: number
  readonly appointmentTypeId: number
  readonly durationMinutes: number
  readonly createdAt: number
  /** Undefined only if the setting `unset-practitioner` allows appointments without a practitioner. */
  practitionerId: number | undefined
  startTime: number
  status: string
  /** Undefined if the appointment has no note. */
  note: string | undefined
  /** The time of the last update; undefined before the first update. */
  updatedAt: number | undefined
  /** The UTC offset of the start time that an update sent last. */
  sentOffset: number | 'Z' | undefined
  version: number
}

/** A location of an account. */
export interface Location {
  readonly id: number
  readonly accountId: number
  readonly timeZone: string
}

/** A member of the staff. */
export interface Staff {
  readonly id: number
  readonly accountId: number
  readonly isPractitioner: boolean
  readonly locationIds: readonly number[]
}

/** All data that the server stores. */
export interface World {
  readonly accountIds: readonly number[]
  readonly locations: readonly Location[]
  readonly staff: readonly Staff[]
  readonly appointments: Appointment[]
}

const [harbor, northside, inland, foreign] = [731, 732, 733, 761]
const [account, foreignAccount, revokedAccount] = [4410, 4420, 4430]

/**
 * The ids of the objects that exist at the start. The name of each property says what a test can use the object for.
 * All ids are numbers. The keys of `appointments` are statuses.
 */
export const lobbieIds = {
  accountId: account,
  locationId: harbor,
  locationTimeZone: 'America/New_York',
  /** A location in another time zone. It belongs to the account and has one appointment. */
  otherLocationId: inland,
  otherLocationTimeZone: 'America/Denver',
  otherLocationAppointmentId: 20_031,
  /** A location of the account. It has no appointments. */
  emptyLocationId: northside,
  foreignAccountId: foreignAccount,
  foreignLocationId: foreign,
  foreignAppointmentId: 30_001,
  /** An account that the partner could once use and can no longer use. */
  revokedAccountId: revokedAccount,
  unknownAccountId: 4999,
  unknownLocationId: 799,
  unknownAppointmentId: 29_999,
  /** The patient of all appointments in `appointments`. */
  patientId: 9001,
  /** A patient with one appointment, which starts at `takenStart`. */
  otherPatientId: 9002,
  /** A patient with 25 appointments: more than one page of the default size. */
  manyPatientId: 9003,
  practitionerId: 501,
  /** A practitioner of the location who is free at any time. */
  freePractitionerId: 502,
  /** A practitioner who has an appointment at `takenStart`. */
  busyPractitionerId: 503,
  practitionerWithoutRoleId: 511,
  practitionerElsewhereId: 521,
  unknownPractitionerId: 599,
  /**
   * The ids of the appointments of `patientId` at `locationId`, by status. The last SCHEDULED appointment has no note.
   */
  appointments: {
    SCHEDULED: [20_001, 20_002, 20_003, 20_004],
    CONFIRMED: [20_005, 20_006],
    CHECKED_IN: [20_007],
    IN_TREATMENT: [20_008],
    CHECKED_OUT: [20_009],
    CANCELLED: [20_010],
    NO_SHOW: [20_011],
  },
} as const

/** Returns the objects that exist at the start. Their times are relative to `now`. Every person is invented. */
export function seedWorld(now: number, settings: LobbieSettings): World {
  const zone = lobbieIds.locationTimeZone
  const appointment = (id: number, startTime: number, rest: Partial<Appointment> = {}): Appointment => ({
    id,
    accountId: account,
    locationId: harbor,
    patientId: lobbieIds.patientId,
    practitionerId: lobbieIds.practitionerId,
    appointmentTypeId: 333,
    durationMinutes: 30,
    createdAt: now - 20 * 86_400_000,
    startTime,
    status: 'SCHEDULED',
    note: `canary-note-${id}: bring the blue folder`,
    updatedAt: undefined,
    sentOffset: undefined,
    version: 1,
    ...rest,
  })
  const own = Object.entries(lobbieIds.appointments).flatMap(([status, ids]) => ids.map((id) => ({ id, status })))
  const bare =
    settings['unset-practitioner'] === 'never' ? { note: undefined } : { note: undefined, practitionerId: undefined }
  const daysOf: Readonly<Record<string, number>> = { CHECKED_OUT: -40, NO_SHOW: -60, CANCELLED: 20 }
  return {
    accountIds: [account, foreignAccount, revokedAccount],
    locations: [
      { id: harbor, accountId: account, timeZone: zone },
      { id: northside, accountId: account, timeZone: zone },
      { id: inland, accountId: account, timeZone: lobbieIds.otherLocationTimeZone },
      { id: foreign, accountId: foreignAccount, timeZone: 'America/Chicago' },
    ],
    staff: [
      { id: 501, accountId: account, isPractitioner: true, locationIds: [harbor, northside] },
      { id: 502, accountId: account, isPractitioner: true, locationIds: [harbor] },
      { id: 503, accountId: account, isPractitioner: true, locationIds: [harbor] },
      { id: 511, accountId: account, isPractitioner: false, locationIds: [harbor] },
      { id: 521, accountId: account, isPractitioner: true, locationIds: [inland] },
      { id: 561, accountId: foreignAccount, isPractitioner: true, locationIds: [foreign] },
    ],
    appointments: [
      ...own.map(({ id, status }, index) =>
        appointment(id, atHour(now, (daysOf[status] ?? 30) + index, 9 + (index % 6), zone), {
          status,
          ...(id === lobbieIds.appointments.SCHEDULED.at(-1) ? bare : {}),
        }),
      ),
      appointment(20_021, atHour(now, 50, 11, zone), {
        patientId: lobbieIds.otherPatientId,
        practitionerId: lobbieIds.busyPractitionerId,
      }),
      appointment(lobbieIds.otherLocationAppointmentId, atHour(now, 33, 10, lobbieIds.otherLocationTimeZone), {
        locationId: inland,
        practitionerId: lobbieIds.practitionerElsewhereId,
      }),
      ...Array.from({ length: 25 }, (_, index) =>
        appointment(21_000 + index, atHour(now, 60 + index, 14, zone), { patientId: lobbieIds.manyPatientId }),
      ),
      appointment(lobbieIds.foreignAppointmentId, atHour(now, 34, 10, 'America/Chicago'), {
        accountId: foreignAccount,
        locationId: foreign,
        patientId: 9901,
        practitionerId: 561,
      }),
    ],
  }
}

/** Returns the location of an appointment. */
export function locationOf({ locations }: World, { locationId }: Appointment): Location {
  const found = locations.find(({ id }) => id === locationId)
  if (found === undefined) throw new Error(`No location ${locationId}.`)
  return found
}

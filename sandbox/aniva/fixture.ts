import { idsByRole } from '../fixtures/ids-by-role.ts'
import type { FixtureContext } from '../fixtures/fixtures.ts'
import { type Instant, toMilliseconds } from '../time/instant.ts'
import type { AnivaAppointment, Profile } from './appointment.ts'
import type { AnivaServer } from './update.ts'

/** The names of the records in a fixture. */
export const ANIVA_ROLES = [
  'appointment',
  'bystander',
  'foreignAppointment',
  // The location of two appointments: `appointment`, which a case changes, and `bystander`, which no case may change.
  'location',
  // A location in a different time zone. The partner has access to this location, to `zonelessLocation` and to
  // `inactiveLocation`.
  'otherLocation',
  'zonelessLocation',
  'inactiveLocation',
  'foreignLocation',
  'profile',
  'otherProfile',
  'panel',
  'cancelledPanel',
  // An id that no record has.
  'unused',
] as const

export type AnivaIds = Readonly<Record<(typeof ANIVA_ROLES)[number], string>>

/** Returns the ids of the records of the fixture for a case. The same `caseId` gives the same ids. */
export function anivaIds({ identities }: Pick<FixtureContext, 'identities'>, caseId: string): AnivaIds {
  return idsByRole(ANIVA_ROLES, (role) => identities.uuid(`aniva ${caseId} ${role}`))
}

/** One of Aniva's two predefined panels. Its id has the form of a UUID, but its version digit is invalid. */
const CUSTOM_PANEL = '00000000-0000-0000-0000-000000000aff'
/** All appointments of a fixture are on one day. This is the number of days from today to that day. */
export const ANIVA_BOOKED_DAY = 7
const SUBJECT_MINUTE = 540
/** The minute of the day at which the appointment `bystander` starts. No case updates this appointment. */
export const BYSTANDER_MINUTE = 780
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The initial state of a fixture. */
export interface AnivaFixturePlan {
  readonly ids: AnivaIds
  readonly today: Instant
  readonly status: AnivaAppointment['status']
  readonly method: AnivaAppointment['testMethod']
  readonly zone: string | null
  readonly otherZone: string
  readonly scheduled: boolean
  readonly profile: 'full' | 'bare'
  readonly sex: 1 | 2
  readonly language: Profile['language']
  readonly updated: boolean
  readonly shipments: 0 | 2
  /** The location of `foreignAppointment`. */
  readonly foreignAt: 'foreign-location' | 'own-location'
}

/** Inserts a fixture into the store. Replaces stored records with the same ids. */
export function insertAnivaFixture(server: AnivaServer, plan: AnivaFixturePlan): void {
  const { ids, zone, otherZone } = plan
  for (const [id, group, active, timezone] of [
    [ids.location, 'northwind', true, zone],
    [ids.otherLocation, 'northwind', true, otherZone],
    [ids.zonelessLocation, 'northwind', true, null],
    [ids.inactiveLocation, 'northwind', false, zone],
    [ids.foreignLocation, 'contoso', true, zone],
  ] as const) {
    server.store.locations.set(id, { id, group, active, timezone })
  }
  for (const appointment of bookedAppointments(server, plan)) server.store.appointments.set(appointment.id, appointment)
}

/** Removes the records of a fixture. */
export function clearAnivaFixture({ store }: AnivaServer, ids: AnivaIds): void {
  for (const id of Object.values(ids)) {
    store.appointments.delete(id)
    store.locations.delete(id)
  }
}

function bookedAppointments({ zones }: AnivaServer, plan: AnivaFixturePlan): readonly AnivaAppointment[] {
  const { ids, today, status, method, zone, scheduled, updated } = plan
  const createdAt = toMilliseconds(today) - 5 * DAY
  const at = (minute: number) => zones.atWallTime(zone ?? 'UTC', today, ANIVA_BOOKED_DAY, minute)
  const subject: AnivaAppointment = {
    id: ids.appointment,
    group: 'northwind',
    profile: makeProfile(plan, createdAt - DAY),
    locationId: method === 'home' ? null : ids.location,
    scheduledAt: scheduled ? at(SUBJECT_MINUTE) : null,
    status,
    testMethod: method,
    createdAt,
    updatedAt: updated ? createdAt + DAY : null,
    panels: [
      { panelId: ids.panel, addedAt: createdAt + HOUR, cancelled: false },
      { panelId: ids.cancelledPanel, addedAt: createdAt + 2 * HOUR, cancelled: true },
      { panelId: CUSTOM_PANEL, addedAt: createdAt + 3 * HOUR, cancelled: false },
    ],
    // A test checks that responses sort the shipments by time, so they are stored in another order.
    shipments: [
      { id: 'P2604154821', addedAt: createdAt + 5 * HOUR },
      { id: 'P2604154822', addedAt: createdAt + 4 * HOUR },
    ].slice(0, plan.shipments),
  }
  const bystander: AnivaAppointment = {
    ...subject,
    id: ids.bystander,
    profile: { ...makeProfile({ ...plan, profile: 'full' }, createdAt), id: ids.otherProfile },
    locationId: ids.location,
    scheduledAt: at(BYSTANDER_MINUTE),
    status: 'confirmed',
    testMethod: 'practitioner',
  }
  const foreign = {
    ...bystander,
    id: ids.foreignAppointment,
    group: 'contoso',
    locationId: plan.foreignAt === 'own-location' ? ids.location : ids.foreignLocation,
  }
  return [subject, bystander, foreign]
}

function makeProfile({ ids, profile, sex, language }: AnivaFixturePlan, createdAt: number): Profile {
  const bare: Profile = {
    id: ids.profile,
    handle: null,
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    sex: null,
    dateOfBirth: null,
    height: null,
    weight: null,
    language,
    createdAt,
    updatedAt: null,
  }
  if (profile === 'bare') return bare
  return {
    ...bare,
    handle: 'avirtanen',
    firstName: 'Aino',
    lastName: 'Virtanen',
    email: 'aino.virtanen@example.com',
    phone: '+358401234567',
    sex,
    dateOfBirth: '1985-03-22',
    height: 168.5,
    weight: 65,
    updatedAt: createdAt + HOUR,
  }
}

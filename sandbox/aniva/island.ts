import type { Ground } from '../state.ts'
import type { Instant } from '../time/instant.ts'
import { toMilliseconds } from '../time/instant.ts'
import type { Appointment, Profile } from './appointment.ts'
import type { AnivaWorld } from './update.ts'

/** The ids of one island. */
export interface AnivaIds {
  readonly appointment: string
  readonly bystander: string
  readonly foreignAppointment: string
  readonly location: string
  /** Another location of the same partner, in another zone. */
  readonly otherLocation: string
  /** A location that names no zone. */
  readonly zonelessLocation: string
  readonly inactiveLocation: string
  readonly foreignLocation: string
  readonly profile: string
  readonly otherProfile: string
  readonly panel: string
  readonly otherPanel: string
  readonly cancelledPanel: string
  /** Nobody's. */
  readonly nobody: string
}

/** The ids of the island of that name. */
export function anivaIds({ identities }: Ground, caseId: string): AnivaIds {
  const id = (role: keyof AnivaIds) => identities.uuid(`aniva ${caseId} ${role}`)
  return {
    appointment: id('appointment'),
    bystander: id('bystander'),
    foreignAppointment: id('foreignAppointment'),
    location: id('location'),
    otherLocation: id('otherLocation'),
    zonelessLocation: id('zonelessLocation'),
    inactiveLocation: id('inactiveLocation'),
    foreignLocation: id('foreignLocation'),
    profile: id('profile'),
    otherProfile: id('otherProfile'),
    panel: id('panel'),
    otherPanel: id('otherPanel'),
    cancelledPanel: id('cancelledPanel'),
    nobody: id('nobody'),
  }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How the appointment of an island begins. */
export interface AnivaIslandPlan {
  readonly ids: AnivaIds
  readonly status: Appointment['status']
  readonly method: Appointment['testMethod']
  readonly zone: string | null
  readonly otherZone: string | null
  readonly today: Instant
}

/** Settles an island: the subject a week from today at 09:00, a bystander at the same place. Settling it again replaces it. */
export function settleIsland({ store, zones }: AnivaWorld, plan: AnivaIslandPlan): void {
  const { ids, status, method, zone, otherZone, today } = plan
  for (const [id, group, active, timezone] of [
    [ids.location, 'northwind', true, zone],
    [ids.otherLocation, 'northwind', true, otherZone],
    [ids.zonelessLocation, 'northwind', true, null],
    [ids.inactiveLocation, 'northwind', false, zone],
    [ids.foreignLocation, 'contoso', true, zone],
  ] as const) {
    store.locations.set(id, { id, group, active, timezone })
  }
  const wallTime = (hour: number) => zones.atWallTime(zone ?? 'UTC', today, 7, hour * 60)
  const createdAt = toMilliseconds(today) - 5 * DAY
  const subject: Appointment = {
    id: ids.appointment,
    group: 'northwind',
    profile: makeProfile(ids.profile, createdAt - HOUR),
    locationId: method === 'home' ? null : ids.location,
    scheduledAt: wallTime(9),
    status,
    testMethod: method,
    createdAt,
    updatedAt: null,
    panels: [
      { panelId: ids.panel, addedAt: createdAt + HOUR, cancelled: false },
      { panelId: ids.cancelledPanel, addedAt: createdAt + 2 * HOUR, cancelled: true },
      { panelId: ids.otherPanel, addedAt: createdAt + 3 * HOUR, cancelled: false },
    ],
    shipments: [
      { id: 'P2604154822', addedAt: createdAt + 5 * HOUR },
      { id: 'P2604154821', addedAt: createdAt + 4 * HOUR },
    ],
  }
  store.appointments.set(subject.id, subject)
  const bystander = { ...subject, id: ids.bystander, profile: makeProfile(ids.otherProfile, createdAt) }
  store.appointments.set(ids.bystander, {
    ...bystander,
    locationId: ids.location,
    testMethod: 'practitioner',
    status: 'confirmed',
    scheduledAt: wallTime(13),
  })
  store.appointments.set(ids.foreignAppointment, {
    ...bystander,
    id: ids.foreignAppointment,
    group: 'contoso',
    locationId: ids.foreignLocation,
    status: 'confirmed',
  })
}

/** Takes an island away with everything in it. */
export function clearIsland({ store }: AnivaWorld, ids: AnivaIds): void {
  for (const id of [ids.appointment, ids.bystander, ids.foreignAppointment]) store.appointments.delete(id)
  for (const id of [ids.location, ids.otherLocation, ids.zonelessLocation, ids.inactiveLocation, ids.foreignLocation]) {
    store.locations.delete(id)
  }
}

function makeProfile(id: string, createdAt: number): Profile {
  return {
    id,
    handle: null,
    firstName: 'Aino',
    lastName: 'Virtanen',
    email: 'aino.virtanen@example.com',
    phone: '+358401234567',
    sex: 2,
    dateOfBirth: '1985-03-22',
    height: 168,
    weight: 65,
    language: 'fi',
    createdAt,
    updatedAt: null,
  }
}

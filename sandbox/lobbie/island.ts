import type { Ground } from '../state.ts'
import type { Instant } from '../time/instant.ts'
import { toMilliseconds } from '../time/instant.ts'
import type { Appointment, AppointmentStatus } from './appointment.ts'
import { LOBBIE_PARTNERS } from './partners.ts'
import type { LobbieWorld } from './update.ts'

/** The ids of one island. */
export interface LobbieIds {
  readonly account: number
  readonly location: number
  /** Another location of the same account. */
  readonly otherLocation: number
  /** An account that let no partner of ours in, and its location. */
  readonly foreignAccount: number
  readonly foreignLocation: number
  /** The practitioner of the subject and the bystander. */
  readonly practitioner: number
  /** A practitioner at the same location who has the time. */
  readonly otherPractitioner: number
  /** Works at the same location and is no practitioner. */
  readonly receptionist: number
  /** A practitioner at the other location only. */
  readonly practitionerElsewhere: number
  readonly patient: number
  readonly otherPatient: number
  readonly appointment: number
  readonly bystander: number
  readonly appointmentElsewhere: number
  readonly appointmentType: number
  /** Nobody's. */
  readonly nobody: number
}

const ROLES = [
  'account',
  'location',
  'otherLocation',
  'foreignAccount',
  'foreignLocation',
  'practitioner',
  'otherPractitioner',
  'receptionist',
  'practitionerElsewhere',
  'patient',
  'otherPatient',
  'appointment',
  'bystander',
  'appointmentElsewhere',
  'appointmentType',
  'nobody',
] as const satisfies readonly (keyof LobbieIds)[]

/** The ids of the island of that name. */
export function lobbieIds({ identities }: Ground, caseId: string): LobbieIds {
  const id = (role: (typeof ROLES)[number]) => identities.number(`lobbie ${caseId}`, ROLES.indexOf(role))
  return {
    account: id('account'),
    location: id('location'),
    otherLocation: id('otherLocation'),
    foreignAccount: id('foreignAccount'),
    foreignLocation: id('foreignLocation'),
    practitioner: id('practitioner'),
    otherPractitioner: id('otherPractitioner'),
    receptionist: id('receptionist'),
    practitionerElsewhere: id('practitionerElsewhere'),
    patient: id('patient'),
    otherPatient: id('otherPatient'),
    appointment: id('appointment'),
    bystander: id('bystander'),
    appointmentElsewhere: id('appointmentElsewhere'),
    appointmentType: id('appointmentType'),
    nobody: id('nobody'),
  }
}

const DAY = 86_400_000

/** How the appointment of an island begins. */
export interface LobbieIslandPlan {
  readonly ids: LobbieIds
  readonly status: AppointmentStatus
  readonly zone: string
  readonly today: Instant
}

/**
 * Settles an island: the subject a week from today at 09:00 for 30 minutes, the bystander that day at 13:00, and
 * somebody at the other location; all else is free. Settling it again replaces it.
 */
export function settleIsland({ store, zones }: LobbieWorld, { ids, status, zone, today }: LobbieIslandPlan): void {
  const { partner, ungranted, revoked } = LOBBIE_PARTNERS
  const grants = new Map([
    [partner.clientId, { active: true }],
    [revoked.clientId, { active: true }],
    [ungranted.clientId, { active: false }],
  ])
  store.accounts.set(ids.account, { id: ids.account, grants })
  store.accounts.set(ids.foreignAccount, { id: ids.foreignAccount, grants: new Map() })
  for (const [id, accountId] of [
    [ids.location, ids.account],
    [ids.otherLocation, ids.account],
    [ids.foreignLocation, ids.foreignAccount],
  ] as const) {
    store.locations.set(id, { id, accountId, timeZone: zone })
  }
  for (const [id, isPractitioner, locationId] of [
    [ids.practitioner, true, ids.location],
    [ids.otherPractitioner, true, ids.location],
    [ids.receptionist, false, ids.location],
    [ids.practitionerElsewhere, true, ids.otherLocation],
  ] as const) {
    store.staff.set(id, { id, isPractitioner, locationIds: [locationId] })
  }
  const createdAt = toMilliseconds(today) - 5 * DAY
  const subject: Appointment = {
    id: ids.appointment,
    locationId: ids.location,
    practitionerId: ids.practitioner,
    patientId: ids.patient,
    appointmentTypeId: ids.appointmentType,
    start: zones.atWallTime(zone, today, 7, 9 * 60),
    durationMinutes: 30,
    status,
    note: 'Annual checkup',
    createdAt,
    updatedAt: createdAt,
  }
  store.keep(subject)
  store.keep({
    ...subject,
    id: ids.bystander,
    patientId: ids.otherPatient,
    start: zones.atWallTime(zone, today, 7, 13 * 60),
    status: 'CONFIRMED',
    note: 'Blood pressure',
  })
  store.keep({
    ...subject,
    id: ids.appointmentElsewhere,
    locationId: ids.otherLocation,
    practitionerId: ids.practitionerElsewhere,
    status: 'SCHEDULED',
  })
}

/** Takes an island away with everything in it. */
export function clearIsland({ store }: LobbieWorld, ids: LobbieIds): void {
  for (const id of [ids.appointment, ids.bystander, ids.appointmentElsewhere]) store.forget(id)
  for (const id of [ids.practitioner, ids.otherPractitioner, ids.receptionist, ids.practitionerElsewhere]) {
    store.staff.delete(id)
  }
  for (const id of [ids.location, ids.otherLocation, ids.foreignLocation]) store.locations.delete(id)
  for (const id of [ids.account, ids.foreignAccount]) store.accounts.delete(id)
}

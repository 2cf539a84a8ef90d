import type { Appointment } from './appointment.ts'

/** A partner integration. One that is not active has been revoked. */
export interface Partner {
  readonly clientId: string
  readonly clientSecret: string
  readonly active: boolean
}

/** An account, and which partners it has let in. A grant that is not active has been withdrawn. */
export interface Account {
  readonly id: number
  readonly grants: ReadonlyMap<string, { readonly active: boolean }>
}

export interface Location {
  readonly id: number
  readonly accountId: number
  /** IANA name. */
  readonly timeZone: string
}

/** A staff member: a practitioner only with the role. */
export interface StaffMember {
  readonly id: number
  readonly isPractitioner: boolean
  readonly locationIds: readonly number[]
}

/** Everything Lobbie knows. */
export interface Store {
  readonly partners: Map<string, Partner>
  readonly accounts: Map<number, Account>
  readonly locations: Map<number, Location>
  readonly staff: Map<number, StaffMember>
  readonly appointments: ReadonlyMap<number, Appointment>
  /** Those of one practitioner, so that looking for a conflict reads no one else's. */
  readonly appointmentsOf: (practitionerId: number) => Iterable<Appointment>
  readonly keep: (appointment: Appointment) => void
  readonly forget: (appointmentId: number) => void
}

/** An empty store. */
export function createStore(): Store {
  const appointments = new Map<number, Appointment>()
  const byPractitioner = new Map<number, Map<number, Appointment>>()

  function forget(appointmentId: number): void {
    const kept = appointments.get(appointmentId)
    if (kept === undefined) return
    appointments.delete(appointmentId)
    const siblings = byPractitioner.get(kept.practitionerId)
    siblings?.delete(appointmentId)
    if (siblings?.size === 0) byPractitioner.delete(kept.practitionerId)
  }

  return {
    partners: new Map(),
    accounts: new Map(),
    locations: new Map(),
    staff: new Map(),
    appointments,
    appointmentsOf: (practitionerId) => byPractitioner.get(practitionerId)?.values() ?? [],
    keep: (appointment) => {
      const before = appointments.get(appointment.id)
      if (before !== undefined && before.practitionerId !== appointment.practitionerId) forget(appointment.id)
      appointments.set(appointment.id, appointment)
      const siblings = byPractitioner.get(appointment.practitionerId) ?? new Map<number, Appointment>()
      siblings.set(appointment.id, appointment)
      byPractitioner.set(appointment.practitionerId, siblings)
    },
    forget,
  }
}

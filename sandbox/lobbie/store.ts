import type { LobbieAppointment } from './appointment.ts'

/** A partner. A partner that is not active was revoked. */
export interface Partner {
  readonly clientId: string
  readonly clientSecret: string
  readonly active: boolean
}

/**
 * An account. `grants` contains the partners that have or had access to the account, by client id. A grant that is not
 * active was withdrawn.
 */
export interface Account {
  readonly id: number
  readonly grants: ReadonlyMap<string, { readonly active: boolean }>
}

/** A location of an account. */
export interface LobbieLocation {
  readonly id: number
  readonly accountId: number
  /** IANA name. */
  readonly timeZone: string
}

/** A member of staff. Not every member is a practitioner. */
export interface StaffMember {
  readonly id: number
  readonly isPractitioner: boolean
  readonly locationIds: readonly number[]
}

/** The data of one Lobbie server. */
export interface LobbieStore {
  readonly partners: Map<string, Partner>
  readonly accounts: Map<number, Account>
  readonly locations: Map<number, LobbieLocation>
  readonly staff: Map<number, StaffMember>
  readonly appointments: ReadonlyMap<number, LobbieAppointment>
  /** Returns the appointments of one practitioner. Uses an index, because checks for conflicts are frequent. */
  readonly appointmentsOf: (practitionerId: number) => Iterable<LobbieAppointment>
  readonly save: (appointment: LobbieAppointment) => void
  readonly remove: (appointmentId: number) => void
}

/** Creates an empty store. */
export function createLobbieStore(): LobbieStore {
  const appointments = new Map<number, LobbieAppointment>()
  const byPractitioner = new Map<number, Map<number, LobbieAppointment>>()

  function remove(appointmentId: number): void {
    const stored = appointments.get(appointmentId)
    if (stored === undefined) return
    appointments.delete(appointmentId)
    const siblings = byPractitioner.get(stored.practitionerId)
    siblings?.delete(appointmentId)
    if (siblings?.size === 0) byPractitioner.delete(stored.practitionerId)
  }

  return {
    partners: new Map(),
    accounts: new Map(),
    locations: new Map(),
    staff: new Map(),
    appointments,
    appointmentsOf: (practitionerId) => byPractitioner.get(practitionerId)?.values() ?? [],
    save: (appointment) => {
      const before = appointments.get(appointment.id)
      if (before !== undefined && before.practitionerId !== appointment.practitionerId) remove(appointment.id)
      appointments.set(appointment.id, appointment)
      const siblings = byPractitioner.get(appointment.practitionerId) ?? new Map<number, LobbieAppointment>()
      siblings.set(appointment.id, appointment)
      byPractitioner.set(appointment.practitionerId, siblings)
    },
    remove,
  }
}

const id = (group: number, number: number): string =>
  `${String(group).padStart(8, '7')}-4c1d-4f20-9a3b-${String(number).padStart(12, '0')}`

/**
 * The ids of the objects that exist at the start. The name of each property says what a test can use the object for.
 * All ids are UUIDs.
 */
export const anivaIds = {
  /** The profile to which `appointments`, `homeAppointmentId` and `zonelessAppointmentId` belong. */
  profileId: id(1, 1),
  otherProfileId: id(1, 2),
  foreignProfileId: id(1, 9),
  unknownProfileId: id(1, 99),
  locationId: id(2, 1),
  locationTimeZone: 'Europe/Berlin',
  /** A location in another time zone. A new appointment at this location is `pending`. */
  otherLocationId: id(2, 2),
  otherLocationTimeZone: 'Europe/Helsinki',
  inactiveLocationId: id(2, 3),
  /** A location whose `timezone` is null. */
  zonelessLocationId: id(2, 4),
  foreignLocationId: id(2, 9),
  unknownLocationId: id(2, 99),
  /** An appointment without location and time. */
  homeAppointmentId: id(3, 51),
  zonelessAppointmentId: id(3, 52),
  /** An appointment of the profile `otherProfileId` at the time `takenTime`. */
  otherProfileAppointmentId: id(3, 61),
  foreignAppointmentId: id(3, 91),
  unknownAppointmentId: id(3, 99),
  /**
   * The ids of the appointments of `profileId`, by status. The pending appointment is at `otherLocationId`, the others
   * are at `locationId`. The last confirmed appointment has two shipments.
   */
  appointments: {
    pending: [id(3, 1)],
    confirmed: [id(3, 11), id(3, 12), id(3, 13)],
    blood_drawn: [id(3, 21)],
    cancelled: [id(3, 31)],
  },
} as const

/** An invented panel. */
export const panelId = id(4, 1)

/** Invented API keys. */
export const anivaCredentials = {
  /** The key may use all objects except the foreign profile, location and appointment. */
  apiKey: 'canary-aniva-key-61fd',
  /** The key may use only the foreign profile, location and appointment. */
  otherPartnerKey: 'canary-aniva-key-other-90ce',
  /** The key may read the same objects as `apiKey`, but may not change them. */
  readOnlyKey: 'canary-aniva-key-reader-22ab',
} as const

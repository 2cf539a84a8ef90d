const id = (group: number, number: number): string =>
  `${String(group).padStart(8, '7')}-4c1d-4f20-9a3b-${String(number).padStart(12, '0')}`

/** The seeded objects by their part in a test. All ids are UUIDs. */
export const anivaIds = {
  /** Has all of `appointments`, `homeAppointmentId` and `zonelessAppointmentId`. */
  profileId: id(1, 1),
  otherProfileId: id(1, 2),
  foreignProfileId: id(1, 9),
  unknownProfileId: id(1, 99),
  locationId: id(2, 1),
  locationTimeZone: 'Europe/Berlin',
  /** A location in another zone; appointments that are created here are `pending`. */
  otherLocationId: id(2, 2),
  otherLocationTimeZone: 'Europe/Helsinki',
  inactiveLocationId: id(2, 3),
  /** Its `timezone` is null. */
  zonelessLocationId: id(2, 4),
  foreignLocationId: id(2, 9),
  unknownLocationId: id(2, 99),
  /** Has no location and no time. */
  homeAppointmentId: id(3, 51),
  zonelessAppointmentId: id(3, 52),
  /** An appointment of `otherProfileId` at `takenTime`. */
  otherProfileAppointmentId: id(3, 61),
  foreignAppointmentId: id(3, 91),
  unknownAppointmentId: id(3, 99),
  /** Ids of appointments of `profileId` by status: the pending one at `otherLocationId`, the others at `locationId`. */
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
  /** Reaches everything but the foreign profile, location and appointment. */
  apiKey: 'canary-aniva-key-61fd',
  /** Reaches the foreign profile, location and appointment only. */
  otherPartnerKey: 'canary-aniva-key-other-90ce',
  /** Has the access context of `apiKey`, and may only read. */
  readOnlyKey: 'canary-aniva-key-reader-22ab',
} as const

import { atHour } from '../common/zone.ts'
import { anivaIds, panelId } from './ids.ts'
import type { AnivaSettings } from './switches.ts'

const day = 86_400_000

/** The statuses that an appointment can have. */
export type Status = 'pending' | 'confirmed' | 'blood_drawn' | 'cancelled'

/** A stored appointment. Times are milliseconds since 1970. */
export interface Appointment {
  readonly id: string
  readonly profileId: string
  readonly createdAt: number
  readonly testMethod: 'practitioner' | 'home'
  readonly panels: readonly { readonly panelId: string; readonly addedAt: number }[]
  readonly shipments: readonly { readonly id: string; readonly addedAt: number }[]
  locationId: string | null
  scheduledAt: number | null
  status: Status
  updatedAt: number | null
  /** The UTC offset of the time that an update sent last, in minutes. */
  sentOffset: number | undefined
  version: number
}

/** A location. The fields that "List Locations" always returns as null are not stored. */
export interface Location {
  readonly id: string
  readonly partner: string
  readonly name: string
  readonly timeZone: string | null
  readonly active: boolean
  /** The status of a new appointment at this location. */
  readonly created: Status
}

/** A profile in JSON, and the partner whose keys may use it. */
export interface Profile {
  readonly partner: string
  readonly json: Readonly<Record<string, string | number | null>> & { readonly id: string }
}

/** All data that the server stores. */
export interface World {
  readonly locations: readonly Location[]
  readonly profiles: readonly Profile[]
  readonly appointments: Appointment[]
}

function seedProfile(id: string, firstName: string, partner: string, rest: Profile['json'] | object = {}): Profile {
  const json = {
    id,
    handle: null,
    first_name: firstName,
    last_name: 'Canarywood',
    email: `canary.${firstName.toLowerCase()}@example.com`,
    phone: '+4930555010199',
    sex: 2,
    date_of_birth: '1979-11-05',
    height: 171,
    weight: 66.5,
    language: 'de',
    created_at: '2025-01-07T08:00:00Z',
    updated_at: null,
    ...rest,
  }
  return { partner, json }
}

/** Returns the objects that exist at the start. Their times are relative to `now`. Every person is invented. */
export function seedWorld(now: number, settings: AnivaSettings): World {
  const { appointments: own, ...ids } = anivaIds
  const appointment = (id: string, scheduledAt: number | null, rest: Partial<Appointment> = {}): Appointment => ({
    id,
    profileId: ids.profileId,
    createdAt: now - 20 * day,
    testMethod: 'practitioner',
    panels: [{ panelId, addedAt: now - 20 * day }],
    shipments: [],
    locationId: ids.locationId,
    scheduledAt,
    status: 'confirmed',
    updatedAt: null,
    sentOffset: undefined,
    version: 1,
    ...rest,
  })
  const berlin = (days: number, hour: number): number => atHour(now, days, hour, ids.locationTimeZone)
  const linked = [
    { id: 'P2604150011', addedAt: now - 12 * day },
    { id: 'P2604150012', addedAt: now - 11 * day },
  ]
  const unusual = { first_name: 'Канарейка', last_name: 'Çanary-Ångström', sex: 0, language: 'sv' }
  return {
    locations: [
      { id: ids.locationId, name: 'Berlin', timeZone: ids.locationTimeZone, created: 'confirmed' as const },
      { id: ids.otherLocationId, name: 'Helsinki', timeZone: ids.otherLocationTimeZone, created: 'pending' as const },
      { id: ids.inactiveLocationId, name: 'Potsdam', timeZone: ids.locationTimeZone, created: 'confirmed' as const },
      { id: ids.zonelessLocationId, name: 'Mobile unit', timeZone: null, created: 'confirmed' as const },
      { id: ids.foreignLocationId, name: 'Vienna', timeZone: 'Europe/Vienna', created: 'confirmed' as const },
    ].map((one) => ({
      ...one,
      partner: one.id === ids.foreignLocationId ? 'south' : 'north',
      active: one.id !== ids.inactiveLocationId,
    })),
    profiles: [
      seedProfile(ids.profileId, 'Wilma', 'north', settings['profile-values'] === 'unusual' ? unusual : {}),
      seedProfile(ids.otherProfileId, 'Otto', 'north', { sex: 1 }),
      seedProfile(ids.foreignProfileId, 'Greta', 'south'),
    ],
    appointments: [
      ...own.pending.map((id) =>
        appointment(id, atHour(now, 31, 10, ids.otherLocationTimeZone), {
          status: 'pending',
          locationId: ids.otherLocationId,
        }),
      ),
      ...own.confirmed.map((id, index) =>
        appointment(id, berlin(32 + index, 9 + index), index < 2 ? {} : { shipments: linked }),
      ),
      ...own.blood_drawn.map((id) =>
        appointment(id, berlin(-15, 9), {
          status: 'blood_drawn',
          updatedAt: now - 15 * day,
          shipments: [{ id: 'P2604150007', addedAt: now - 15 * day }],
        }),
      ),
      ...own.cancelled.map((id) => appointment(id, berlin(36, 9), { status: 'cancelled', updatedAt: now - 10 * day })),
      appointment(ids.homeAppointmentId, null, { testMethod: 'home', locationId: null }),
      appointment(ids.zonelessAppointmentId, berlin(37, 12), { locationId: ids.zonelessLocationId }),
      appointment(ids.otherProfileAppointmentId, berlin(50, 11), { profileId: ids.otherProfileId }),
      appointment(ids.foreignAppointmentId, berlin(40, 9), {
        profileId: ids.foreignProfileId,
        locationId: ids.foreignLocationId,
      }),
    ],
  }
}

/** Returns the time zone of a location. Null if there is no location, or the location has no time zone. */
export const zoneOf = ({ locations }: World, locationId: string | null): string | null =>
  locations.find(({ id }) => id === locationId)?.timeZone ?? null

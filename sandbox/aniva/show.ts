import type { components } from '../../generated/aniva/types.ts'
import type { Instant } from '../time/instant.ts'
import { renderUtc } from '../time/zones.ts'
import type { AnivaAppointment, Profile } from './appointment.ts'
import type { AnivaServer } from './update.ts'

/** An appointment in the form that Aniva's document describes. */
export type ShownAnivaAppointment = components['schemas']['Appointment']
type ShownProfile = components['schemas']['Profile']

/**
 * Returns an appointment as JSON. `scheduled_at` has the offset of the location, and the other times end with `Z`.
 * Cancelled panels are left out.
 */
export function showAnivaAppointment(appointment: AnivaAppointment, server: AnivaServer): ShownAnivaAppointment {
  const { scheduledAt, updatedAt } = appointment
  return {
    id: appointment.id,
    profile_id: appointment.profile.id,
    location_id: appointment.locationId,
    scheduled_at: scheduledAt === null ? null : showTime(scheduledAt, zoneOf(appointment, server), server),
    status: appointment.status,
    test_method: appointment.testMethod,
    created_at: renderUtc(appointment.createdAt),
    updated_at: updatedAt === null ? null : renderUtc(updatedAt),
    profile: showProfile(appointment.profile),
    panels: appointment.panels
      .filter(({ cancelled }) => !cancelled)
      .map(({ panelId, addedAt }) => ({ panel_id: panelId, added_at: renderUtc(addedAt) })),
    shipments: appointment.shipments
      .toSorted((one, other) => one.addedAt - other.addedAt)
      .map(({ id, addedAt }) => ({ id, added_at: renderUtc(addedAt) })),
  }
}

/**
 * Returns the time zone of the appointment's location. Returns null for a home kit, and for a location without a time
 * zone.
 */
export function zoneOf({ locationId }: AnivaAppointment, { store }: AnivaServer): string | null {
  return locationId === null ? null : (store.locations.get(locationId)?.timezone ?? null)
}

function showTime(instant: Instant, zone: string | null, { zones }: AnivaServer): string | null {
  if (zone !== null) return zones.render(instant, zone) ?? null
  return zones.render(instant, 'UTC')?.replace('+00:00', 'Z') ?? null
}

function showProfile(profile: Profile): ShownProfile {
  return {
    id: profile.id,
    handle: profile.handle,
    first_name: profile.firstName,
    last_name: profile.lastName,
    email: profile.email,
    phone: profile.phone,
    sex: profile.sex,
    date_of_birth: profile.dateOfBirth,
    height: profile.height,
    weight: profile.weight,
    language: profile.language,
    created_at: renderUtc(profile.createdAt),
    updated_at: profile.updatedAt === null ? null : renderUtc(profile.updatedAt),
  }
}

import { render, renderIn, renderStamp } from '../common/zone.ts'
import { anivaIds } from './ids.ts'
import type { AnivaSettings } from './switches.ts'
import { type Appointment, type Location, type World, zoneOf } from './world.ts'

/** An object in JSON. */
export type View = Readonly<Record<string, unknown>>

const shortFields = ['id', 'first_name', 'last_name', 'email', 'date_of_birth', 'sex']

function viewTime({ scheduledAt, locationId, sentOffset }: Appointment, world: World, settings?: AnivaSettings) {
  if (scheduledAt === null) return null
  const zone = zoneOf(world, locationId)
  if (settings?.['utc-returned'] === 'on') return render(scheduledAt, 'Z')
  if (zone !== null) return renderIn(scheduledAt, zone)
  return render(scheduledAt, (settings?.['zoneless-offset'] === 'as-sent' ? sentOffset : undefined) ?? 'Z')
}

function viewEmbedded(
  { profileId, panels, shipments }: Appointment,
  { profiles }: World,
  settings?: AnivaSettings,
): View {
  const embedded = settings?.embedded ?? 'all'
  if (embedded === 'missing') return {}
  const profile: View = profiles.find(({ json }) => json.id === profileId)?.json ?? {}
  const shown =
    embedded === 'all' ? profile : Object.fromEntries(shortFields.map((name) => [name, profile[name]] as const))
  return {
    profile: shown,
    panels: panels.map((one) => ({ panel_id: one.panelId, added_at: renderStamp(one.addedAt) })),
    shipments: shipments.map((one) => ({ id: one.id, added_at: renderStamp(one.addedAt) })),
  }
}

/**
 * Returns an appointment in the form of the API, with its embedded objects. Without `settings`, every setting has its
 * default.
 */
export function viewAppointment(appointment: Appointment, world: World, settings?: AnivaSettings): View {
  return {
    id: appointment.id,
    profile_id: appointment.profileId,
    location_id: appointment.locationId,
    scheduled_at: viewTime(appointment, world, settings),
    status: appointment.status,
    test_method: appointment.testMethod,
    created_at: renderStamp(appointment.createdAt),
    updated_at: appointment.updatedAt === null ? null : renderStamp(appointment.updatedAt),
    ...viewEmbedded(appointment, world, settings),
    ...(settings?.['extra-response-fields'] === 'present' ? { source: 'partner_api', reminders: [] } : {}),
  }
}

/** Returns the body of the response to an update. */
export function viewUpdated(appointment: Appointment, world: World, settings: AnivaSettings): View {
  const view = viewAppointment(appointment, world, settings)
  return settings['wrong-id-returned'] === 'on' ? { ...view, id: appointment.profileId } : view
}

/** Returns a location in the form that the operation "List Locations" returns. */
export function viewLocation({ id, name, timeZone }: Location): View {
  const open = [{ open: '08:00', close: '18:00' }]
  const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  return {
    id,
    name,
    company_name: null,
    address_line_1: 'Example Street 1',
    address_line_2: null,
    city: name,
    state: null,
    postal_code: null,
    country_name: null,
    country_code: id === anivaIds.otherLocationId ? 'FI' : 'DE',
    timezone: timeZone,
    contact_phone: null,
    email: null,
    website: null,
    google_maps_url: null,
    image_url: null,
    open_hours: Object.fromEntries(week.map((name) => [name, open])),
  }
}

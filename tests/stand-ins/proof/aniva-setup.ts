import type { AnivaStandIn } from '../aniva.ts'
import type { LiveSetup } from './live-setup.ts'

/** Returns a configuration with fixtures for a live run against the server that imitates Aniva. */
export function anivaSetup(server: AnivaStandIn): LiveSetup {
  const { baseUrl, ids } = server
  const own = (name: string, use: string, id: string | undefined): string =>
    `${name}: { state: appointment, use: ${use}, path: { id: ${id} }, bystander: { id: ${ids.appointments.confirmed[0]} } }`
  return {
    api: 'aniva',
    env: { ANIVA_API_KEY: server.credentials.apiKey },
    changeable: [own('pending', 'changeable', ids.appointments.pending[0])],
    fixtures: [
      own('pending', 'changeable', ids.appointments.pending[0]),
      own('shipped', 'changeable', ids.appointments.confirmed[2]),
      own('drawn', 'fixed', ids.appointments.blood_drawn[0]),
      own('zoneless', 'changeable', ids.zonelessAppointmentId),
      own('home', 'sacrificial', ids.homeAppointmentId),
      `foreign: { state: foreign-appointment, path: { id: ${ids.foreignAppointmentId} } }`,
    ],
    config: (fixtures) => `apis:
  aniva:
    targets:
      live:
        environment: sandbox
        baseUrl: ${baseUrl}
        credentials: { ApiKey: ANIVA_API_KEY }
        create: { profile_id: ${ids.profileId}, location_id: ${ids.locationId} }
        given: { inactiveLocation: ${ids.inactiveLocationId}, foreignLocation: ${ids.foreignLocationId} }
        fixtures:${fixtures.length === 0 ? ' {}' : ''}
${fixtures.map((line) => `          ${line}\n`).join('')}`,
    // Leaves out the time stamp, because each accepted update sets it and no run can restore it.
    stored: () =>
      new Map(
        server
          .appointments()
          .map(({ updated_at: _updatedAt, ...appointment }) => [String(appointment['id']), appointment]),
      ),
  }
}

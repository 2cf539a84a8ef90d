import type { LobbieStandIn } from '../lobbie.ts'
import type { LiveSetup } from './live-setup.ts'

/** Returns a configuration with fixtures for a live run against the server that imitates Lobbie. */
export function lobbieSetup(server: LobbieStandIn): LiveSetup {
  const { baseUrl, tokenUrl, credentials, ids } = server
  const { appointments, patientId } = ids
  const own = (name: string, use: string, appointmentId: number | undefined): string =>
    `${name}: { state: appointment, use: ${use}, path: { appointmentId: ${appointmentId}, patientId: ${patientId} }, ` +
    `bystander: { appointmentId: ${appointments.SCHEDULED[1]} }, with: { zone: America/New_York } }`
  const closed = (status: 'CANCELLED' | 'NO_SHOW'): string =>
    `${status}: { state: appointment, path: { appointmentId: ${appointments[status][0]}, patientId: ${patientId} }, with: { status: ${status} } }`
  const routine = own('routine', 'changeable', appointments.SCHEDULED[0])
  return {
    api: 'lobbie',
    env: {
      LOBBIE_CLIENT_ID: credentials.clientId,
      LOBBIE_CLIENT_SECRET: credentials.clientSecret,
      LOBBIE_X_API_KEY: credentials.apiKey,
    },
    changeable: [routine],
    fixtures: [
      routine,
      own('chain', 'sacrificial', appointments.SCHEDULED[2]),
      own('second', 'sacrificial', appointments.CONFIRMED[0]),
      own('third', 'sacrificial', appointments.CHECKED_IN[0]),
      own('fourth', 'sacrificial', appointments.IN_TREATMENT[0]),
      closed('CANCELLED'),
      closed('NO_SHOW'),
      `foreign: { state: foreign-location, path: { locationId: ${ids.foreignLocationId}, appointmentId: ${ids.foreignAppointmentId} } }`,
      `abroad: { state: appointment-elsewhere, with: { place: other-account }, path: { appointmentId: ${ids.foreignAppointmentId} } }`,
      `elsewhere: { state: appointment-elsewhere, path: { appointmentId: ${ids.otherLocationAppointmentId} } }`,
    ],
    config: (fixtures) => `apis:
  lobbie:
    targets:
      live:
        environment: sandbox
        baseUrl: ${baseUrl}
        tokenUrl: ${tokenUrl}
        scope: ${credentials.scope}
        credentials: { PartnerOAuth: [LOBBIE_CLIENT_ID, LOBBIE_CLIENT_SECRET] }
        headers: { x-api-key: { variable: LOBBIE_X_API_KEY, source: assumed } }
        path: { accountId: ${ids.accountId}, locationId: ${ids.locationId} }
        given:
          receptionist: ${ids.practitionerWithoutRoleId}
          practitionerElsewhere: ${ids.practitionerElsewhereId}
          unknownStaff: ${ids.unknownPractitionerId}
        values:
          practitionerId: [${ids.freePractitionerId}]
          startTime: [{ $time: P100D, at: '10:00', zone: America/New_York }, { $time: P101D, at: '10:00', zone: America/New_York }]
        fixtures:${fixtures.length === 0 ? ' {}' : ''}
${fixtures.map((line) => `          ${line}\n`).join('')}`,
    // Leaves out the time stamp, because each accepted update sets it and no run can restore it.
    stored: () =>
      new Map(
        server
          .appointments()
          .map(({ updatedAt: _updatedAt, ...appointment }) => [String(appointment['id']), appointment]),
      ),
  }
}

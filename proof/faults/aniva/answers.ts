import { showAnivaAppointment } from '../../../sandbox/aniva/show.ts'
import { anivaFaults, changesField, omits, shows } from '../changes.ts'

/** Faults in which responses to accepted updates differ from the document. */
export const ANIVA_ANSWERS = [
  ...anivaFaults('response-schema', ['response_schema_conformance'], {
    'aniva-id-missing': ['The response has no id.', omits('id')],
    'aniva-null-location-left-out': [
      'A null location is omitted.',
      changesField('location_id', (it) => it ?? undefined),
    ],
    'aniva-panel-without-stamp': ['A panel has no added_at.', omits('panels.*.added_at')],
    'aniva-status-null': ['The status is null.', changesField('status', () => null)],
    'aniva-status-in-upper-case': [
      'The status is upper-case.',
      changesField('status', (it) => String(it).toUpperCase()),
    ],
    'aniva-unknown-method': [
      'The test method is a value that the document does not list.',
      changesField('test_method', () => 'at_home'),
    ],
    'aniva-sex-new': ['The sex of a profile is an undocumented value.', changesField('profile.sex', () => 9)],
    'aniva-id-without-dashes': ['The id has no dashes.', changesField('id', (id) => String(id).replaceAll('-', ''))],
    'aniva-no-location-is-empty-text': [
      'The location_id of a home kit is an empty string.',
      changesField('location_id', (id) => id ?? ''),
    ],
    'aniva-updated-at-as-number': [
      'updated_at is a number of milliseconds since 1970.',
      changesField('updated_at', (time) => Date.parse(String(time))),
    ],
    'aniva-date-of-birth-as-date-time': [
      'The date of birth has a time.',
      changesField('profile.date_of_birth', (date) => (typeof date === 'string' ? `${date}T00:00:00Z` : date)),
    ],
    'aniva-height-as-text': ['The height of the profile is a string.', changesField('profile.height', () => '168.5')],
    'aniva-profile-sex-as-text': ['The sex of the profile is a string.', changesField('profile.sex', () => '2')],
    'aniva-panels-as-object': ['Panels are an object.', changesField('panels', () => ({}))],
    'aniva-shipment-id-as-number': ['A shipment id is a number.', changesField('shipments.*.id', () => 26_041_548)],
  }),
  ...anivaFaults('response-schema', ['invariant'], {
    'aniva-shipments-newest-first': [
      'Shipments are listed newest first.',
      shows((appointment, server) => ({ shipments: showAnivaAppointment(appointment, server).shipments.toReversed() })),
    ],
    'aniva-another-id-echoed': [
      'The response has the id of another appointment.',
      shows(({ profile }) => ({ id: profile.id })),
    ],
    'aniva-profile-of-somebody-else': [
      'The embedded profile is not the one that profile_id names.',
      shows(({ id }) => ({ profile_id: id })),
    ],
    'aniva-cancelled-panels-shown': [
      'Cancelled panel attachments are shown.',
      ({ show }) => ({
        show: (appointment, server) =>
          show({ ...appointment, panels: appointment.panels.map((panel) => ({ ...panel, cancelled: false })) }, server),
      }),
    ],
    'aniva-home-kit-shows-a-location': [
      'A home kit appointment shows a location.',
      shows(({ id, testMethod }) => testMethod === 'home' && { location_id: id }),
    ],
  }),
]

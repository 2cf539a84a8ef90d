import { showAppointment } from '../../aniva/show.ts'
import type { AnivaFault } from '../../fault.ts'
import { isJsonObject } from '../../json-text.ts'
import { onStatus, omit, tellBody, type Body } from '../tell.ts'

const aniva = { api: 'aniva', family: 'response-schema', caughtBy: ['response_schema_conformance'] } as const

/** The body with another profile. */
const withProfile = (body: Body, change: (profile: Body) => unknown): Body =>
  isJsonObject(body['profile']) ? { ...body, profile: change(body['profile']) } : body

/** The body with other items in one of its lists. */
const withItems = (body: Body, name: string, change: (item: Body) => unknown): Body => {
  const items: unknown = body[name]
  return Array.isArray(items)
    ? { ...body, [name]: items.map((item) => (isJsonObject(item) ? change(item) : item)) }
    : body
}

/** Bodies of accepted updates that are not as the document has them. */
export const anivaAnswers: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-id-missing',
    lie: 'The answer has no id.',
    tell: tellBody((body) => omit(body, 'id')),
  },
  {
    ...aniva,
    id: 'aniva-profile-missing',
    lie: 'The answer has no profile.',
    tell: tellBody((body) => omit(body, 'profile')),
  },
  {
    ...aniva,
    id: 'aniva-null-location-left-out',
    lie: 'A location_id that is null is left out.',
    tell: tellBody((body) => (body['location_id'] === null ? omit(body, 'location_id') : body)),
  },
  {
    ...aniva,
    id: 'aniva-panel-without-stamp',
    lie: 'A panel does not say when it was attached.',
    tell: tellBody((body) => withItems(body, 'panels', (panel) => omit(panel, 'added_at'))),
  },
  {
    ...aniva,
    id: 'aniva-status-null',
    lie: 'The status is null.',
    tell: tellBody((body) => ({ ...body, status: null })),
  },
  {
    ...aniva,
    id: 'aniva-status-in-upper-case',
    lie: 'The status comes in upper case.',
    tell: tellBody((body) => ({ ...body, status: String(body['status']).toUpperCase() })),
  },
  {
    ...aniva,
    id: 'aniva-status-new',
    lie: 'A pending appointment has a status that the document does not know.',
    tell: tellBody((body) => (body['status'] === 'pending' ? { ...body, status: 'requested' } : body)),
  },
  {
    ...aniva,
    id: 'aniva-unknown-method',
    lie: 'A test method has a name that the document does not know.',
    tell: tellBody((body) => ({ ...body, test_method: 'at_home' })),
  },
  {
    ...aniva,
    id: 'aniva-language-new',
    lie: 'A profile has a language that the document does not know.',
    tell: tellBody((body) => withProfile(body, (profile) => ({ ...profile, language: 'sv' }))),
  },
  {
    ...aniva,
    id: 'aniva-sex-new',
    lie: 'A profile has a sex that the document does not know.',
    tell: tellBody((body) => withProfile(body, (profile) => ({ ...profile, sex: 9 }))),
  },
  {
    ...aniva,
    id: 'aniva-id-without-dashes',
    lie: 'The id comes without its dashes.',
    tell: tellBody((body) => ({ ...body, id: String(body['id']).replaceAll('-', '') })),
  },
  {
    ...aniva,
    id: 'aniva-no-location-is-empty-text',
    lie: 'A home kit shows an empty text for its location.',
    tell: tellBody((body) => (body['location_id'] === null ? { ...body, location_id: '' } : body)),
  },
  {
    ...aniva,
    id: 'aniva-time-naive',
    lie: 'scheduled_at comes without an offset.',
    tell: tellBody((body) => ({ ...body, scheduled_at: String(body['scheduled_at']).slice(0, 19) })),
  },
  {
    ...aniva,
    id: 'aniva-updated-at-as-number',
    lie: 'updated_at comes as milliseconds since 1970.',
    tell: tellBody((body) => ({ ...body, updated_at: Date.parse(String(body['updated_at'])) })),
  },
  {
    ...aniva,
    id: 'aniva-date-of-birth-as-date-time',
    lie: 'The date of birth comes with a time.',
    tell: tellBody((body) => withProfile(body, (profile) => withTime(profile))),
  },
  {
    ...aniva,
    id: 'aniva-height-as-text',
    lie: 'The height of the profile comes as a string.',
    tell: tellBody((body) => withProfile(body, (profile) => ({ ...profile, height: '168.5' }))),
  },
  {
    ...aniva,
    id: 'aniva-profile-sex-as-text',
    lie: 'The sex of the profile comes as a string.',
    tell: tellBody((body) => withProfile(body, (profile) => ({ ...profile, sex: '2' }))),
  },
  {
    ...aniva,
    id: 'aniva-shipments-null',
    lie: 'Shipments are null.',
    tell: tellBody((body) => ({ ...body, shipments: null })),
  },
  {
    ...aniva,
    id: 'aniva-panels-as-object',
    lie: 'Panels come as an object.',
    tell: tellBody((body) => ({ ...body, panels: {} })),
  },
  {
    ...aniva,
    id: 'aniva-shipment-id-as-number',
    lie: 'The reference of a shipment comes as a number.',
    tell: tellBody((body) => withItems(body, 'shipments', (shipment) => ({ ...shipment, id: 2_604_154_821 }))),
  },
  {
    ...aniva,
    id: 'aniva-shipments-newest-first',
    lie: 'Shipments come newest link first.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const { shipments } = showAppointment(appointment, world)
        return { ...show(appointment, world), shipments: shipments.toReversed() }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-another-id-echoed',
    lie: 'The answer names another appointment.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => ({ ...show(appointment, world), id: appointment.profile.id }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-profile-of-somebody-else',
    lie: 'The embedded profile is not the one that profile_id names.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => ({ ...show(appointment, world), profile_id: appointment.id }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-cancelled-panels-shown',
    lie: 'Cancelled panel attachments are shown.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const panels = appointment.panels.map((panel) => ({ ...panel, cancelled: false }))
        return show({ ...appointment, panels }, world)
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-home-kit-shows-a-location',
    lie: 'A home kit appointment shows a location.',
    caughtBy: ['invariant'],
    tell: ({ show }) => ({
      show: (appointment, world) => {
        const shown = show(appointment, world)
        return appointment.testMethod === 'home' ? { ...shown, location_id: appointment.id } : shown
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-undocumented-field',
    lie: 'The answer has a field that the document does not know.',
    caughtBy: ['undocumented_field'],
    tell: ({ show }) => ({ show: (appointment, world) => ({ ...show(appointment, world), fasting: true }) }),
  },
  {
    ...aniva,
    id: 'aniva-body-cut-off',
    lie: 'The body of a 200 ends in the middle.',
    tell: () => ({
      answer: (answer) => onStatus(answer, 200, { body: { verbatim: JSON.stringify(answer.body).slice(0, -20) } }),
    }),
  },
]

function withTime(profile: Body): Body {
  const { date_of_birth: date } = profile
  return typeof date === 'string' ? { ...profile, date_of_birth: `${date}T00:00:00Z` } : profile
}

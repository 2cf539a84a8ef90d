import { showAnivaAppointment, zoneOf } from '../../sandbox/aniva/show.ts'
import { isJsonObject } from '../../sandbox/http/json-text.ts'
import type { AnivaVariant } from './variant.ts'

const aniva = { api: 'aniva' } as const
const UNKNOWN = { status: 404, message: 'There is no such appointment or location.' }

/** Variants of the sandbox that differ from it only in what Aniva's document allows. */
export const anivaVariants: readonly AnivaVariant[] = [
  {
    ...aniva,
    id: 'aniva-profile-stamps-at-an-offset',
    title: 'Time stamps of the profile end with +00:00; the document requires Z only for the appointment.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { profile } = showAnivaAppointment(appointment, server)
        const created = profile.created_at.replace('Z', '+00:00')
        const updated = profile.updated_at?.replace('Z', '+00:00') ?? null
        return { ...show(appointment, server), profile: { ...profile, created_at: created, updated_at: updated } }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-stamps-with-fractions',
    title: 'Time stamps have microseconds.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const shown = showAnivaAppointment(appointment, server)
        const finer = (stamp: string) => (stamp.includes('.') ? stamp : stamp.replace('Z', '.000417Z'))
        return {
          ...show(appointment, server),
          created_at: finer(shown.created_at),
          panels: shown.panels.map((panel) => ({ ...panel, added_at: finer(panel.added_at) })),
        }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-updated-four-minutes-ahead',
    title: 'updated_at comes from a clock that is four minutes ahead of the header Date.',
    change: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return { ...after, updatedAt: (after.updatedAt ?? 0) + 240_000 }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-times-with-fractions',
    title: 'scheduled_at has a fraction of a second, which is zero.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const time = showAnivaAppointment(appointment, server).scheduled_at ?? null
        return {
          ...show(appointment, server),
          scheduled_at: time?.replace(/(T\d\d:\d\d:\d\d)([+-]\d\d:\d\d|Z)$/, '$1.000$2') ?? null,
        }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-lower-case-t',
    title: 'scheduled_at has a lower-case t, as RFC 3339 allows.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const time = showAnivaAppointment(appointment, server).scheduled_at ?? null
        return zoneOf(appointment, server) === null
          ? show(appointment, server)
          : { ...show(appointment, server), scheduled_at: time?.replace('T', 't') ?? null }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-panel-ids-in-upper-case',
    title: 'Ids of panels are written in upper case, which is the same UUID.',
    change: ({ show }) => ({
      show: (appointment, server) => {
        const { panels } = showAnivaAppointment(appointment, server)
        return {
          ...show(appointment, server),
          panels: panels.map((panel) => ({ ...panel, panel_id: panel.panel_id.toUpperCase() })),
        }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-height-with-an-exponent',
    title: 'The height is written 1.685e2, which is the number 168.5.',
    send: async (response) => {
      const text = await response.text()
      return new Response(Buffer.from(text.replace('"height":168.5', '"height":1.685E+2')), response)
    },
  },
  {
    ...aniva,
    id: 'aniva-other-sentences',
    title: 'All refusals except those about the key have another text, in another language.',
    change: () => ({
      answer: (answer) =>
        answer.status < 400 || answer.status === 403
          ? answer
          : { ...answer, body: { error: 'Das geht so nicht – 取消されました.' } },
    }),
  },
  {
    ...aniva,
    id: 'aniva-errors-say-more',
    title: 'Refusals have a code and a reference, which an open object allows.',
    isDrift: true,
    change: () => ({
      answer: (answer) =>
        answer.status < 400 || !isJsonObject(answer.body)
          ? answer
          : { ...answer, body: { ...answer.body, code: 'E17', reference: '7f3c' } },
    }),
  },
  {
    ...aniva,
    id: 'aniva-answers-say-more',
    title: 'The appointment has a field that the document does not name, which an open object allows.',
    isDrift: true,
    change: ({ show }) => ({ show: (appointment, server) => ({ ...show(appointment, server), fasting: true }) }),
  },
  {
    ...aniva,
    id: 'aniva-inactive-is-404',
    title: 'A location that is not active is answered with 404, which the scenario accepts.',
    change: ({ checks }) => ({
      checks: {
        ...checks,
        'location-is-active': (update) => (checks['location-is-active'](update) === undefined ? undefined : UNKNOWN),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-bad-path-is-404',
    title: 'An id that is not a UUID is answered with 404, like an unknown one.',
    change: ({ checks }) => ({
      checks: {
        ...checks,
        'id-is-uuid': (update) => (checks['id-is-uuid'](update) === undefined ? undefined : UNKNOWN),
      },
    }),
  },
]

import { refuse } from '../../sandbox/update.ts'
import type { HarmlessVariant } from './variant.ts'
import { withText } from './wire.ts'

const WHOLE_SECOND = /(T\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)/g

/**
 * Differences that were chosen by an author who knew the vendors’ documentation pages and the OpenAPI documents, but
 * not the gate's checks.
 */
export const blindVariants: readonly HarmlessVariant[] = [
  {
    id: 'lobbie-two-challenges',
    api: 'lobbie',
    title: 'The header WWW-Authenticate of a 401 has two schemes, one of them in lower case.',
    send: (response) => {
      if (response.status !== 401) return response
      const headers = new Headers(response.headers)
      headers.set('www-authenticate', 'bearer realm="partner", Negotiate')
      return new Response(response.body, { status: 401, headers })
    },
  },
  {
    id: 'lobbie-messages-in-another-language',
    api: 'lobbie',
    title: 'Messages are in German and have several lines.',
    change: () => ({
      answer: (answer) =>
        answer.status < 400
          ? answer
          : { ...answer, body: { message: 'Das geht so nicht.\n\nBitte prüfen Sie „Zeit“ & <Ort>.' } },
    }),
  },
  {
    id: 'lobbie-milliseconds-always',
    api: 'lobbie',
    title: 'Every date-time has three fraction digits, zeros included.',
    send: withText((text) => text.replace(WHOLE_SECOND, '$1.000$2')),
  },
  {
    id: 'lobbie-stamps-in-whole-seconds',
    api: 'lobbie',
    title: 'updatedAt has whole seconds, and increases by at least one second with each update.',
    change: ({ apply }) => ({
      apply: (before, update) => {
        const second = Math.floor(update.now / 1000)
        return {
          ...apply(before, update),
          updatedAt: Math.max(second, Math.floor(before.updatedAt / 1000) + 1) * 1000,
        }
      },
    }),
  },
  {
    id: 'lobbie-integers-with-a-fraction',
    api: 'lobbie',
    title: 'Integers are written with a decimal point and a zero, which are integers in JSON Schema.',
    send: withText((text) => text.replace(/("\w+":\d+)(?=[,}])/g, '$1.0')),
  },
  {
    id: 'aniva-panels-newest-first',
    api: 'aniva',
    title: 'Panels are listed newest first; the document gives them no order.',
    change: ({ show }) => ({
      show: (appointment, server) => show({ ...appointment, panels: appointment.panels.toReversed() }, server),
    }),
  },
  {
    id: 'aniva-weight-with-an-exponent',
    api: 'aniva',
    title: 'Weights are written with an exponent.',
    send: withText((text) => text.replace(/("weight":)(\d)(\d)(?=[,}])/g, '$1$2.$3E+1')),
  },
  {
    id: 'aniva-inactive-location-not-found',
    api: 'aniva',
    title: 'A location that is not active is answered with 404, which the document also lists.',
    change: ({ checks }) => ({
      checks: {
        ...checks,
        'location-is-active': (update) =>
          checks['location-is-active'](update) === undefined ? undefined : refuse(404, 'There is no such location.'),
      },
    }),
  },
  {
    id: 'aniva-microseconds',
    api: 'aniva',
    title: 'Every date-time has six fraction digits, zeros included.',
    send: withText((text) => text.replace(WHOLE_SECOND, '$1.000000$2')),
  },
  {
    id: 'aniva-forbidden-says-why',
    api: 'aniva',
    title: 'A 403 of a valid key says what is forbidden; the document fixes the text only for an invalid key.',
    change: ({ checks }) => ({
      checks: {
        ...checks,
        'key-may-update': (update) =>
          checks['key-may-update'](update) && refuse(403, 'This key cannot update appointments.'),
        'appointment-is-in-context': (update) =>
          checks['appointment-is-in-context'](update) && refuse(403, 'This key cannot see that appointment.'),
        'location-is-in-context': (update) =>
          checks['location-is-in-context'](update) && refuse(403, 'This key cannot see that location.'),
      },
    }),
  },
]

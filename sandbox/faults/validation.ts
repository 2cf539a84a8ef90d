import type { AnivaFault, Fault, LobbieFault } from '../fault.ts'
import { fieldOf as anivaFieldOf } from '../aniva/update.ts'
import { fieldOf as lobbieFieldOf } from '../lobbie/update.ts'
import { parseInstant } from '../time/instant.ts'
import { without } from './tell.ts'

const lobbie = { api: 'lobbie', family: 'validation', caughtBy: ['negative_data_rejection'] } as const
const aniva = { api: 'aniva', family: 'validation', caughtBy: ['negative_data_rejection'] } as const

/** Takes a time without an offset for UTC. */
function readNaive(text: string) {
  return parseInstant(text) ?? parseInstant(`${text}Z`)
}

/** Rolls 30 February over into March, as `Date` does. */
function readRolling(text: string) {
  const rolled = /^(\d{4}-\d{2})-(?:29|30|31)(T.*)$/.exec(text)
  return parseInstant(text) ?? (rolled === null ? undefined : parseInstant(`${rolled[1]}-28${rolled[2]}`))
}

/** Takes a blank for the `T`. */
function readBlank(text: string) {
  return parseInstant(text.replace(' ', 'T'))
}

/** Takes whatever `Date` takes. */
function readAnything(text: string) {
  const milliseconds = Date.parse(text)
  return parseInstant(text) ?? (Number.isNaN(milliseconds) ? undefined : { seconds: milliseconds / 1000, fraction: '' })
}

const lobbieFaults: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-content-type-ignored',
    lie: 'A body of any content type is read as JSON.',
    tell: ({ checks }) => ({ checks: without(checks, 'content-type-is-json') }),
  },
  {
    ...lobbie,
    id: 'lobbie-malformed-json-accepted',
    lie: 'A body that is no JSON is taken for one that changes nothing.',
    tell: ({ checks }) => ({
      checks: {
        ...without(checks, 'body-is-json'),
        'body-is-object': (update) => (update.body.kind === 'broken' ? undefined : checks['body-is-object'](update)),
        'body-has-a-field': (update) =>
          update.body.kind === 'broken' ? undefined : checks['body-has-a-field'](update),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-array-accepted',
    lie: 'An array is taken for an object that changes nothing.',
    tell: ({ checks }) => ({ checks: without(checks, 'body-is-object', 'body-has-a-field') }),
  },
  {
    ...lobbie,
    id: 'lobbie-empty-update-accepted',
    lie: 'An update that changes nothing is accepted.',
    tell: ({ checks }) => ({ checks: without(checks, 'body-has-a-field') }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-field-accepted',
    lie: 'A field that does not exist is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'fields-are-known') }),
  },
  {
    ...lobbie,
    id: 'lobbie-note-of-any-type-accepted',
    lie: 'A note that is no string is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'note-is-string') }),
  },
  {
    ...lobbie,
    id: 'lobbie-practitioner-id-as-text-accepted',
    lie: 'A practitionerId that is no integer is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'practitioner-id-is-integer') }),
  },
  {
    ...lobbie,
    id: 'lobbie-start-time-of-any-type-accepted',
    lie: 'A startTime that is no string is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'start-time-is-string') }),
  },
  {
    ...lobbie,
    id: 'lobbie-naive-start-time-accepted',
    lie: 'A startTime without an offset is taken for UTC.',
    tell: () => ({ readTime: readNaive }),
  },
  {
    ...lobbie,
    id: 'lobbie-impossible-date-accepted',
    lie: 'A startTime on 30 February is taken for the end of February.',
    tell: () => ({ readTime: readRolling }),
  },
  {
    ...lobbie,
    id: 'lobbie-blank-separator-accepted',
    lie: 'A startTime with a blank between date and time is accepted.',
    tell: () => ({ readTime: readBlank }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-status-accepted',
    lie: 'A status that does not exist is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'status-is-known') }),
  },
  {
    ...lobbie,
    id: 'lobbie-null-note-accepted',
    lie: 'A note of null is taken for no note.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'note-is-string': (update) =>
          lobbieFieldOf(update, 'note') === null ? undefined : checks['note-is-string'](update),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-long-update-refused',
    lie: 'An update with three fields or more is refused.',
    caughtBy: ['positive_data_acceptance'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'fields-are-known': (update) => {
          const sent = ['note', 'practitionerId', 'startTime', 'status'].filter(
            (name) => lobbieFieldOf(update, name) !== undefined,
          )
          return sent.length > 2 ? { status: 400, message: 'Too many fields.' } : checks['fields-are-known'](update)
        },
      },
    }),
  },
]

const anivaFaults: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-content-type-ignored',
    lie: 'A body of any content type is read as JSON.',
    tell: ({ checks }) => ({ checks: without(checks, 'content-type-is-json') }),
  },
  {
    ...aniva,
    id: 'aniva-empty-update-accepted',
    lie: 'An update that changes nothing is accepted.',
    tell: ({ checks }) => ({ checks: without(checks, 'body-has-a-field') }),
  },
  {
    ...aniva,
    id: 'aniva-unknown-field-accepted',
    lie: 'A field that does not exist is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'fields-are-known') }),
  },
  {
    ...aniva,
    id: 'aniva-scheduled-at-of-any-type-accepted',
    lie: 'A scheduled_at that is no string is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'scheduled-at-is-string') }),
  },
  {
    ...aniva,
    id: 'aniva-naive-time-accepted',
    lie: 'A scheduled_at without a timezone designator is taken for UTC.',
    tell: () => ({ readTime: readNaive }),
  },
  {
    ...aniva,
    id: 'aniva-impossible-date-accepted',
    lie: 'A scheduled_at on 30 February is taken for the end of February.',
    tell: () => ({ readTime: readRolling }),
  },
  {
    ...aniva,
    id: 'aniva-any-date-accepted',
    lie: 'A scheduled_at in any spelling that a machine can make sense of is accepted.',
    tell: () => ({ readTime: readAnything }),
  },
  {
    ...aniva,
    id: 'aniva-bad-location-id-accepted',
    lie: 'A location_id that is no UUID is overlooked.',
    tell: ({ checks }) => ({
      checks: {
        ...without(checks, 'location-id-is-uuid'),
        'location-exists': (update) =>
          checks['location-id-is-uuid'](update) === undefined ? checks['location-exists'](update) : undefined,
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-null-location-accepted',
    lie: 'A location_id of null is taken for none at all.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'location-id-is-string': (update) =>
          anivaFieldOf(update, 'location_id') === null ? undefined : checks['location-id-is-string'](update),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-both-fields-refused',
    lie: 'Only one field at a time can be changed.',
    caughtBy: ['positive_data_acceptance'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'fields-are-known': (update) =>
          ['scheduled_at', 'location_id'].every((name) => anivaFieldOf(update, name) !== undefined)
            ? { status: 400, message: 'Change one field at a time.' }
            : checks['fields-are-known'](update),
      },
    }),
  },
]

/** Bad bodies that are let through, one reason at a time, and good ones that are not. */
export const validationFaults: readonly Fault[] = [...lobbieFaults, ...anivaFaults]

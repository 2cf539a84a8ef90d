import type { AnivaBehaviour } from '../../aniva/behaviour.ts'
import { type AnivaUpdate, fieldOf, fieldsOf } from '../../aniva/update.ts'
import { isUuid } from '../../aniva/uuid.ts'
import type { AnivaFault } from '../../fault.ts'
import {
  readAnything,
  readBareOffset,
  readBlank,
  readLateMinute,
  readNaive,
  readRolling,
  readWideOffset,
} from '../read-time.ts'
import { without } from '../tell.ts'

const aniva = { api: 'aniva', family: 'validation', caughtBy: ['negative_data_rejection'] } as const

type Checks = AnivaBehaviour['checks']

/** The checks with one that takes null for absent. */
function overlookNull(checks: Checks, name: keyof Checks, field: string): Checks {
  return {
    ...checks,
    [name]: (update: AnivaUpdate) => (fieldOf(update, field) === null ? undefined : checks[name](update)),
  }
}

/** The checks with a location_id that is overlooked when it is like that. */
function overlookLocation(checks: Checks, isOverlooked: (locationId: string) => boolean): Checks {
  const overlook = (name: keyof Checks) => (update: AnivaUpdate) => {
    const locationId = fieldOf(update, 'location_id')
    return typeof locationId === 'string' && isOverlooked(locationId) ? undefined : checks[name](update)
  }
  return {
    ...checks,
    'location-id-is-uuid': overlook('location-id-is-uuid'),
    'location-exists': overlook('location-exists'),
  }
}

/** Bad bodies that are let through, one reason at a time, and good ones that are not. */
export const anivaValidation: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-content-type-ignored',
    lie: 'A body of any content type is read as JSON.',
    tell: ({ checks }) => ({ checks: without(checks, 'content-type-is-json') }),
  },
  {
    ...aniva,
    id: 'aniva-malformed-json-accepted',
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
    ...aniva,
    id: 'aniva-array-accepted',
    lie: 'An array, a string or null is taken for an object that changes nothing.',
    tell: ({ checks }) => ({
      checks: {
        ...without(checks, 'body-is-object'),
        'body-has-a-field': (update) =>
          fieldsOf(update.body) === undefined ? undefined : checks['body-has-a-field'](update),
      },
    }),
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
    id: 'aniva-null-time-accepted',
    lie: 'A scheduled_at of null is taken for none at all.',
    tell: ({ checks }) => ({ checks: overlookNull(checks, 'scheduled-at-is-string', 'scheduled_at') }),
  },
  {
    ...aniva,
    id: 'aniva-null-time-clears',
    lie: 'A scheduled_at of null takes the time of the appointment away.',
    tell: ({ checks, apply }) => ({
      checks: overlookNull(checks, 'scheduled-at-is-string', 'scheduled_at'),
      apply: (before, update) => {
        const after = apply(before, update)
        return fieldOf(update, 'scheduled_at') === null ? { ...after, scheduledAt: null } : after
      },
    }),
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
    id: 'aniva-blank-separator-accepted',
    lie: 'A scheduled_at with a blank between date and time is accepted.',
    tell: () => ({ readTime: readBlank }),
  },
  {
    ...aniva,
    id: 'aniva-minute-99-accepted',
    lie: 'A scheduled_at with a minute after the 59th is taken for the 59th.',
    tell: () => ({ readTime: readLateMinute }),
  },
  {
    ...aniva,
    id: 'aniva-offset-of-a-day-accepted',
    lie: 'A scheduled_at with an offset of 24 hours is taken for UTC.',
    tell: () => ({ readTime: readWideOffset }),
  },
  {
    ...aniva,
    id: 'aniva-offset-without-colon-accepted',
    lie: 'A scheduled_at whose offset has no colon is accepted.',
    tell: () => ({ readTime: readBareOffset }),
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
    tell: ({ checks }) => ({ checks: overlookLocation(checks, (locationId) => !isUuid(locationId)) }),
  },
  {
    ...aniva,
    id: 'aniva-urn-accepted',
    lie: 'A location_id that is written as a URN is overlooked.',
    tell: ({ checks }) => ({ checks: overlookLocation(checks, (locationId) => locationId.startsWith('urn:')) }),
  },
  {
    ...aniva,
    id: 'aniva-location-as-number-accepted',
    lie: 'A location_id that is a number is overlooked.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'location-id-is-string': (update) =>
          typeof fieldOf(update, 'location_id') === 'number' ? undefined : checks['location-id-is-string'](update),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-null-location-accepted',
    lie: 'A location_id of null is taken for none at all.',
    tell: ({ checks }) => ({ checks: overlookNull(checks, 'location-id-is-string', 'location_id') }),
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
          ['scheduled_at', 'location_id'].every((name) => fieldOf(update, name) !== undefined) && isFine(checks, update)
            ? { status: 400, message: 'Change one field at a time.' }
            : checks['fields-are-known'](update),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-utc-refused',
    lie: 'A scheduled_at in Z is refused.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'scheduled-at-is-date-time': (update) =>
          String(fieldOf(update, 'scheduled_at')).endsWith('Z')
            ? { status: 400, message: 'scheduled_at must have an offset.' }
            : checks['scheduled-at-is-date-time'](update),
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-upper-case-id-unknown',
    lie: 'An appointment is not found by its id in upper case.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'appointment-exists': (update) =>
          update.id === update.id.toLowerCase()
            ? checks['appointment-exists'](update)
            : { status: 404, message: 'There is no such appointment.' },
      },
    }),
  },
]

function isFine(checks: Checks, update: AnivaUpdate): boolean {
  return [checks['location-id-is-string'], checks['location-id-is-uuid']].every((check) => check(update) === undefined)
}

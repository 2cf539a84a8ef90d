import type { LobbieFault } from '../../fault.ts'
import { isClosed } from '../../lobbie/status-steps.ts'
import type { LobbieBehaviour } from '../../lobbie/behaviour.ts'
import { appointmentOf, fieldOf, fieldsOf, type LobbieUpdate } from '../../lobbie/update.ts'
import { readBareOffset, readBlank, readLateMinute, readNaive, readRolling, readWideOffset } from '../read-time.ts'
import { without } from '../tell.ts'

const lobbie = { api: 'lobbie', family: 'validation', caughtBy: ['negative_data_rejection'] } as const

const isInteger = (text: string) => /^\d+$/.test(text)

const isOpen = (update: LobbieUpdate) => !isClosed(appointmentOf(update)?.status ?? 'SCHEDULED')

/** The checks with one that takes null for absent. */
function overlookNull<Checks extends LobbieBehaviour['checks']>(
  checks: Checks,
  name: keyof Checks & keyof LobbieBehaviour['checks'],
  field: string,
): Checks {
  return {
    ...checks,
    [name]: (update: LobbieUpdate) => (fieldOf(update, field) === null ? undefined : checks[name](update)),
  }
}

/** Bad requests that are let through, one reason at a time, and good ones that are not. */
export const lobbieValidation: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-account-id-overlooked',
    lie: 'An accountId that is no integer is overlooked.',
    tell: ({ checks }) => {
      const overlook = (name: keyof typeof checks) => (update: LobbieUpdate) =>
        isInteger(update.path.accountId) ? checks[name](update) : undefined
      return {
        checks: {
          ...without(checks, 'account-id-is-integer'),
          'account-exists': overlook('account-exists'),
          'account-is-granted': overlook('account-is-granted'),
          'location-is-of-account': overlook('location-is-of-account'),
          'appointment-is-of-account': overlook('appointment-is-of-account'),
        },
      }
    },
  },
  {
    ...lobbie,
    id: 'lobbie-location-id-overlooked',
    lie: 'A locationId that is no integer is overlooked.',
    caughtBy: ['negative_data_rejection'],
    tell: ({ checks }) => {
      const overlook = (name: keyof typeof checks) => (update: LobbieUpdate) =>
        isInteger(update.path.locationId) ? checks[name](update) : undefined
      return {
        checks: {
          ...without(checks, 'location-id-is-integer'),
          'location-is-of-account': overlook('location-is-of-account'),
          'appointment-is-at-location': overlook('appointment-is-at-location'),
        },
      }
    },
  },
  {
    ...lobbie,
    id: 'lobbie-content-type-ignored',
    lie: 'A body of any content type is read as JSON.',
    tell: ({ checks }) => ({ checks: without(checks, 'content-type-is-json') }),
  },
  {
    ...lobbie,
    id: 'lobbie-content-type-not-needed',
    lie: 'A body without a content type is read as JSON.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'content-type-is-json': (update) =>
          update.contentType === null ? undefined : checks['content-type-is-json'](update),
      },
    }),
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
    lie: 'A note that is no string is overlooked, but for a closed appointment.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'note-is-string': (update) => (isOpen(update) ? undefined : checks['note-is-string'](update)),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-null-note-accepted',
    lie: 'A note of null is taken for no note.',
    tell: ({ checks }) => ({ checks: overlookNull(checks, 'note-is-string', 'note') }),
  },
  {
    ...lobbie,
    id: 'lobbie-null-note-wipes',
    lie: 'A note of null is taken for an empty one.',
    tell: ({ checks, apply }) => ({
      checks: overlookNull(checks, 'note-is-string', 'note'),
      apply: (before, update) => ({
        ...apply(before, update),
        ...(fieldOf(update, 'note') === null ? { note: '' } : {}),
      }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-practitioner-id-as-text-accepted',
    lie: 'A practitionerId that is no integer is overlooked.',
    tell: ({ checks, apply }) => ({
      checks: {
        ...without(checks, 'practitioner-id-is-integer'),
        'practitioner-exists': (update) =>
          Number.isInteger(fieldOf(update, 'practitionerId')) ? checks['practitioner-exists'](update) : undefined,
      },
      apply: (before, update) => {
        const after = apply(before, update)
        return Number.isInteger(after.practitionerId) ? after : { ...after, practitionerId: before.practitionerId }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-null-practitioner-accepted',
    lie: 'A practitionerId of null is taken for none.',
    tell: ({ checks }) => ({ checks: overlookNull(checks, 'practitioner-id-is-integer', 'practitionerId') }),
  },
  {
    ...lobbie,
    id: 'lobbie-start-time-of-any-type-accepted',
    lie: 'A startTime that is no string is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'start-time-is-string') }),
  },
  {
    ...lobbie,
    id: 'lobbie-null-start-time-accepted',
    lie: 'A startTime of null is taken for none.',
    tell: ({ checks }) => ({ checks: overlookNull(checks, 'start-time-is-string', 'startTime') }),
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
    id: 'lobbie-minute-99-accepted',
    lie: 'A startTime with a minute after the 59th is taken for the 59th.',
    tell: () => ({ readTime: readLateMinute }),
  },
  {
    ...lobbie,
    id: 'lobbie-offset-of-a-day-accepted',
    lie: 'A startTime with an offset of 24 hours is taken for UTC.',
    tell: () => ({ readTime: readWideOffset }),
  },
  {
    ...lobbie,
    id: 'lobbie-offset-without-colon-accepted',
    lie: 'A startTime whose offset has no colon is accepted.',
    tell: () => ({ readTime: readBareOffset }),
  },
  {
    ...lobbie,
    id: 'lobbie-unknown-status-accepted',
    lie: 'A status that does not exist is overlooked.',
    tell: ({ checks }) => ({ checks: without(checks, 'status-is-known') }),
  },
  {
    ...lobbie,
    id: 'lobbie-status-in-any-case-accepted',
    lie: 'A status in lower case is overlooked.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'status-is-known': (update) => {
          const status = fieldOf(update, 'status')
          return typeof status === 'string' && status !== status.toUpperCase()
            ? undefined
            : checks['status-is-known'](update)
        },
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-status-as-number-accepted',
    lie: 'A status that is a number is overlooked.',
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'status-is-known': (update) =>
          typeof fieldOf(update, 'status') === 'number' ? undefined : checks['status-is-known'](update),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-null-status-accepted',
    lie: 'A status of null is taken for none.',
    tell: ({ checks }) => ({ checks: overlookNull(checks, 'status-is-known', 'status') }),
  },
  {
    ...lobbie,
    id: 'lobbie-long-update-refused',
    lie: 'An update with three fields or more is refused.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'fields-are-known': (update) =>
          Object.keys(fieldsOf(update.body) ?? {}).length > 2
            ? { status: 400, message: 'Too many fields.' }
            : checks['fields-are-known'](update),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-note-alone-refused',
    lie: 'A note can only be changed together with something else.',
    caughtBy: ['positive_data_acceptance'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'fields-are-known': (update) =>
          Object.keys(fieldsOf(update.body) ?? {}).join() === 'note' && isOpen(update)
            ? { status: 400, message: 'Nothing but a note.' }
            : checks['fields-are-known'](update),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-utc-refused',
    lie: 'A startTime in Z is refused.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'start-time-is-date-time': (update) =>
          String(fieldOf(update, 'startTime')).endsWith('Z')
            ? { status: 400, message: 'startTime must have an offset.' }
            : checks['start-time-is-date-time'](update),
      },
    }),
  },
]

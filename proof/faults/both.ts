import { bodyFields } from '../../sandbox/update.ts'
import { readBareOffset, readBlank, readLateMinute, readRolling, readWideOffset } from './read-time.ts'
import {
  answersAs,
  answersWith,
  applies,
  faultsOfBoth,
  forgetsFirstUpdate,
  readsTime,
  skips,
  storesRefused,
  storesTime,
  together,
} from './changes.ts'

/** Faults that both APIs can have. */
export const FAULTS_OF_BOTH = [
  ...faultsOfBoth('status', ['scenario_expectation'], {
    'conflict-is-400': ['A conflict is answered with 400.', answersWith(409, { status: 400 })],
  }),
  ...faultsOfBoth('headers', ['content_type_conformance'], {
    'answer-as-hal': ['The content type is application/hal+json.', answersAs(200, 'application/hal+json')],
    'conflict-as-problem': ['A 409 is sent as application/problem+json.', answersAs(409, 'application/problem+json')],
  }),
  ...faultsOfBoth('validation', ['negative_data_rejection'], {
    'content-type-ignored': ['A body of any content type is read as JSON.', skips('content-type-is-json')],
    'malformed-json-accepted': [
      'A body that is not JSON is accepted as an update without changes.',
      together(
        skips('body-is-json'),
        skips(['body-is-object', 'body-has-a-field'], ({ body }) => body.kind === 'broken'),
      ),
    ],
    'array-accepted': [
      'An array, a string or null is accepted as an update without changes.',
      together(
        skips('body-is-object'),
        skips('body-has-a-field', ({ body }) => bodyFields(body) === undefined),
      ),
    ],
    'empty-update-accepted': ['An update without a field is accepted.', skips('body-has-a-field')],
    'unknown-field-accepted': ['An unknown field is ignored.', skips('fields-are-known')],
    'impossible-date-accepted': ['A time on 30 February is read as the end of February.', readsTime(readRolling)],
    'blank-separator-accepted': ['A time with a blank between date and time is accepted.', readsTime(readBlank)],
    'minute-99-accepted': ['A minute after the 59th is read as the 59th.', readsTime(readLateMinute)],
    'offset-of-a-day-accepted': ['An offset of 24 hours is read as UTC.', readsTime(readWideOffset)],
    'offset-without-colon-accepted': ['A time whose offset has no colon is accepted.', readsTime(readBareOffset)],
  }),
  ...faultsOfBoth('validation', ['scenario_expectation'], {
    'utc-refused': [
      'A time that ends with Z is refused.',
      readsTime((text, read) => (text.endsWith('Z') ? undefined : read(text))),
    ],
  }),
  ...faultsOfBoth('update', ['partial_update_frame'], {
    'second-update-undoes-the-first': ['A second update starts from the state before the first.', forgetsFirstUpdate()],
    'created-at-moves': ['An update moves createdAt.', applies((_, _before, { now }) => ({ createdAt: now }))],
  }),
  ...faultsOfBoth('update', ['refused_update_leaves_no_trace'], {
    'conflict-leaves-a-trace': ['An update that is refused with 409 is stored.', storesRefused(409)],
    'bad-field-leaves-the-others': ['The valid fields of an update refused with 400 are stored.', storesRefused(400)],
    'forbidden-leaves-a-trace': ['An update that is refused with 403 is stored.', storesRefused(403)],
    'refusal-touches-updated-at': [
      'An update that is refused with 409 moves updatedAt.',
      storesRefused(409, (before, { now }) => ({ ...before, updatedAt: now + 1000 })),
    ],
  }),
  ...faultsOfBoth('time', ['instant_preserved'], {
    'seconds-truncated': [
      'A new time is stored without its seconds.',
      storesTime(({ seconds }) => ({ seconds: seconds - (seconds % 60), fraction: '' })),
    ],
  }),
  ...faultsOfBoth('time', ['invariant'], {
    'updated-at-stuck': [
      'After the first update, updatedAt never changes.',
      applies((after, before) => ({ updatedAt: before.updatedAt ?? after.updatedAt })),
    ],
    'updated-at-an-hour-ahead': [
      'updatedAt is an hour ahead of the time of the update.',
      applies(({ updatedAt }) => ({ updatedAt: (updatedAt ?? 0) + 3_600_000 })),
    ],
  }),
]

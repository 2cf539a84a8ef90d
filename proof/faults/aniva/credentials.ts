import { anivaFaults, answersWith, refuse, refusesOtherwise, skips } from '../changes.ts'

/** Faults in which the server accepts an unauthorized request, or refuses an authorized request. */
export const ANIVA_CREDENTIALS = [
  ...anivaFaults('credentials', ['ignored_auth'], {
    'aniva-key-not-required': ['A request without a key is accepted.', skips('key-present')],
    'aniva-any-key-accepted': ['A key that was never issued is accepted.', skips('key-known')],
    'aniva-revoked-key-accepted': ['A revoked key is accepted.', skips('key-active')],
    'aniva-scope-ignored': ['A key that may not use the operation can update.', skips('key-may-update')],
    'aniva-context-ignored': ['A key can update outside its access context.', skips('appointment-is-in-context')],
  }),
  ...anivaFaults('credentials', ['scenario_expectation'], {
    'aniva-foreign-location-hidden': [
      'A location outside the access context is answered with 404.',
      refusesOtherwise('location-is-in-context', refuse(404, 'There is no such location.')),
    ],
    'aniva-foreign-location-accepted': [
      'An appointment can be moved to a location outside the access context.',
      skips('location-is-in-context'),
    ],
    'aniva-missing-key-is-404': ['A missing key gets 404.', answersWith(403, { status: 404 }, ({ key }) => !key)],
  }),
]

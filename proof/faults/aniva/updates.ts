import type { BehaviourChange } from '../../../sandbox/behaviour.ts'
import type { AnivaAppointment } from '../../../sandbox/aniva/appointment.ts'
import type { AnivaBehaviour } from '../../../sandbox/aniva/behaviour.ts'
import { anivaAppointmentOf, type AnivaUpdate } from '../../../sandbox/aniva/update.ts'
import { anivaFaults, applies, keeps, saves, sends } from '../changes.ts'

/** Makes an update also change all other appointments at the same location. */
function changesOthers(
  change: (after: AnivaAppointment, update: AnivaUpdate) => Partial<AnivaAppointment>,
): BehaviourChange<AnivaBehaviour> {
  return saves((after, update, save) => {
    const { appointments } = update.server.store
    const locationId = anivaAppointmentOf(update)?.locationId
    for (const other of [...appointments.values()]) {
      const isOther = other.locationId === locationId && other.id !== after.id
      if (isOther) appointments.set(other.id, { ...other, ...change(after, update) })
    }
    save(after, update)
  })
}

/** Makes an update also change the profile of the appointment. */
const changesProfile = (
  change: (profile: AnivaAppointment['profile'], update: AnivaUpdate) => Partial<AnivaAppointment['profile']>,
): BehaviourChange<AnivaBehaviour> =>
  applies((_after, { profile }, update) => ({ profile: { ...profile, ...change(profile, update) } }))

/**
 * Faults in which an update does not store exactly what the request says: it changes too much, too little, or something
 * else.
 */
export const ANIVA_UPDATES = [
  ...anivaFaults('update', ['partial_update_frame'], {
    'aniva-time-not-applied': ['A new scheduled_at is accepted and not stored.', keeps('scheduledAt')],
    'aniva-location-not-applied': ['A new location is accepted and not stored.', keeps('locationId')],
    'aniva-location-becomes-the-profile': [
      'A new location is stored as the profile.',
      applies((after, { locationId, profile }, update) => ({
        locationId,
        profile: { ...profile, id: (sends('location_id')(update) ? after.locationId : null) ?? profile.id },
      })),
    ],
    'aniva-reschedule-needs-confirming-again': [
      'A new time resets the status to pending.',
      applies((_after, _before, update) => sends('scheduled_at')(update) && { status: 'pending' }),
    ],
    'aniva-relocation-drops-the-time': [
      'An update of the location alone sets scheduled_at to null.',
      applies((_after, _before, update) => !sends('scheduled_at')(update) && { scheduledAt: null }),
    ],
    'aniva-relocation-schedules': [
      'A change of location sets the time of an unscheduled appointment to a week from now.',
      applies(({ scheduledAt }, _before, { now }) => ({
        scheduledAt: scheduledAt ?? { seconds: Math.floor(now / 1000) + 604_800, fraction: '' },
      })),
    ],
    'aniva-update-drops-the-panels': ['An update detaches the panels.', applies(() => ({ panels: [] }))],
    'aniva-update-forgets-the-method': ['An update sets test_method to null.', applies(() => ({ testMethod: null }))],
    'aniva-update-defaults-the-method': [
      'An update sets a test_method of null to practitioner.',
      applies((_after, { testMethod }) => ({ testMethod: testMethod ?? 'practitioner' })),
    ],
    'aniva-phone-rewritten': [
      'An update inserts blanks into the phone number of the profile.',
      changesProfile(({ phone }) => ({ phone: phone?.replace(/^(\+\d{3})(\d+)$/, '$1 $2') ?? null })),
    ],
    'aniva-null-name-becomes-empty': [
      'An update turns a first name of null into an empty string.',
      changesProfile(({ firstName }) => ({ firstName: firstName ?? '' })),
    ],
    'aniva-profile-stamped': [
      'An update of the appointment moves updated_at of its profile.',
      changesProfile((_profile, { now }) => ({ updatedAt: now })),
    ],
    'aniva-store-forgets-the-location': [
      'The response shows the new location, and the old one stays stored.',
      saves((after, update, save) =>
        save({ ...after, locationId: anivaAppointmentOf(update)?.locationId ?? null }, update),
      ),
    ],
  }),
  ...anivaFaults('update', ['bystander_unchanged'], {
    'aniva-bystander-moves-along': [
      'A change of the time also moves all other appointments at the location.',
      changesOthers(({ scheduledAt }) => ({ scheduledAt })),
    ],
    'aniva-bystander-stamped': [
      'An update sets updated_at of all appointments at the location.',
      changesOthers((_after, { now }) => ({ updatedAt: now })),
    ],
  }),
]

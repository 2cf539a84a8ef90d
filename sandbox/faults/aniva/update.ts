import { applyUpdate } from '../../aniva/apply.ts'
import { appointmentOf, fieldOf, type AnivaUpdate } from '../../aniva/update.ts'
import type { AnivaFault } from '../../fault.ts'
import { onlyFirstUpdateStays } from '../second-update.ts'

const aniva = { api: 'aniva', family: 'update', caughtBy: ['partial_update_frame'] } as const
const TRACE = ['refused_update_leaves_no_trace'] as const

const isSent = (update: AnivaUpdate, name: string) => fieldOf(update, name) !== undefined

/** Writes down what was refused with that status. */
function keepRefused(status: number): Pick<AnivaFault, 'tell'> {
  return {
    tell: ({ keep }) => ({
      answer: (answer, update) => {
        const before = appointmentOf(update)
        if (answer.status === status && before !== undefined) keep(applyUpdate(before, update), update)
        return answer
      },
    }),
  }
}

/** Updates that do more, less or something else than they say. */
export const anivaUpdate: readonly AnivaFault[] = [
  {
    ...aniva,
    id: 'aniva-update-not-applied',
    lie: 'An update is accepted and nothing changes.',
    tell: () => ({
      apply: (before, { now }) => ({ ...before, updatedAt: Math.max(now, (before.updatedAt ?? 0) + 1) }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-time-not-applied',
    lie: 'A new scheduled_at is accepted and not taken over.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), scheduledAt: before.scheduledAt }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-location-not-applied',
    lie: 'A new location is accepted and not taken over.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), locationId: before.locationId }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-location-becomes-the-profile',
    lie: 'A new location is written down as the profile.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        const id = isSent(update, 'location_id') ? (after.locationId ?? before.profile.id) : before.profile.id
        return { ...after, locationId: before.locationId, profile: { ...before.profile, id } }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-reschedule-needs-confirming-again',
    lie: 'A reschedule puts the appointment back to pending.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return isSent(update, 'scheduled_at') ? { ...after, status: 'pending' } : after
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-relocation-drops-the-time',
    lie: 'A new location alone sets scheduled_at to null.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return isSent(update, 'scheduled_at') ? after : { ...after, scheduledAt: null }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-relocation-schedules',
    lie: 'A new location gives an appointment without a time one in a week.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        const scheduledAt = after.scheduledAt ?? { seconds: Math.floor(update.now / 1000) + 604_800, fraction: '' }
        return { ...after, scheduledAt }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-update-drops-the-panels',
    lie: 'An update detaches the panels.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), panels: [] }) }),
  },
  {
    ...aniva,
    id: 'aniva-update-turns-the-panels-round',
    lie: 'An update turns the order of the panels round.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), panels: before.panels.toReversed() }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-update-forgets-the-method',
    lie: 'An update sets test_method to null.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), testMethod: null }) }),
  },
  {
    ...aniva,
    id: 'aniva-update-defaults-the-method',
    lie: 'An update sets a test_method that is null to practitioner.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), testMethod: before.testMethod ?? 'practitioner' }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-phone-rewritten',
    lie: 'An update writes the phone number of the profile with blanks.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const phone = before.profile.phone?.replace(/^(\+\d{3})(\d+)$/, '$1 $2') ?? null
        return { ...apply(before, update), profile: { ...before.profile, phone } }
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-null-name-becomes-empty',
    lie: 'An update makes an empty text of a first name that is null.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({
        ...apply(before, update),
        profile: { ...before.profile, firstName: before.profile.firstName ?? '' },
      }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-profile-stamped',
    lie: 'An update of the appointment moves updated_at of its profile.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({
        ...apply(before, update),
        profile: { ...before.profile, updatedAt: update.now },
      }),
    }),
  },
  {
    ...aniva,
    id: 'aniva-created-at-moves',
    lie: 'created_at becomes the time of the update.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), createdAt: update.now }) }),
  },
  {
    ...aniva,
    id: 'aniva-store-keeps-the-old',
    lie: 'The answer shows the new state and the store keeps the old.',
    tell: () => ({ keep: () => undefined }),
  },
  {
    ...aniva,
    id: 'aniva-store-forgets-the-location',
    lie: 'The answer shows the new location and the store keeps the old one.',
    tell: ({ keep }) => ({
      keep: (after, update) => keep({ ...after, locationId: appointmentOf(update)?.locationId ?? null }, update),
    }),
  },
  {
    ...aniva,
    id: 'aniva-second-update-undoes-the-first',
    lie: 'A second update begins from what was there before the first.',
    tell: ({ apply }) => ({ apply: onlyFirstUpdateStays(apply) }),
  },
  {
    ...aniva,
    id: 'aniva-conflict-leaves-a-trace',
    lie: 'An update that is refused with 409 is written down all the same.',
    caughtBy: TRACE,
    ...keepRefused(409),
  },
  {
    ...aniva,
    id: 'aniva-bad-field-leaves-the-others',
    lie: 'Of an update that is refused with 400 the good fields are taken over.',
    caughtBy: TRACE,
    ...keepRefused(400),
  },
  {
    ...aniva,
    id: 'aniva-forbidden-leaves-a-trace',
    lie: 'An update that is refused with 403 is written down all the same.',
    caughtBy: TRACE,
    ...keepRefused(403),
  },
  {
    ...aniva,
    id: 'aniva-refusal-touches-updated-at',
    lie: 'A refused update sets updated_at.',
    caughtBy: TRACE,
    tell: ({ keep }) => ({
      answer: (answer, update) => {
        const before = appointmentOf(update)
        if (answer.status === 409 && before !== undefined) keep({ ...before, updatedAt: update.now }, update)
        return answer
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-bystander-moves-along',
    lie: 'Everybody at the location moves along with a reschedule.',
    caughtBy: ['bystander_unchanged'],
    tell: ({ keep }) => ({
      keep: (after, update) => {
        const { appointments } = update.world.store
        for (const other of [...appointments.values()]) {
          if (other.locationId === appointmentOf(update)?.locationId && other.id !== after.id) {
            appointments.set(other.id, { ...other, scheduledAt: after.scheduledAt })
          }
        }
        keep(after, update)
      },
    }),
  },
  {
    ...aniva,
    id: 'aniva-bystander-stamped',
    lie: 'An update sets updated_at of everybody at the location.',
    caughtBy: ['bystander_unchanged'],
    tell: ({ keep }) => ({
      keep: (after, update) => {
        const { appointments } = update.world.store
        for (const other of [...appointments.values()]) {
          if (other.locationId === appointmentOf(update)?.locationId && other.id !== after.id) {
            appointments.set(other.id, { ...other, updatedAt: update.now })
          }
        }
        keep(after, update)
      },
    }),
  },
]

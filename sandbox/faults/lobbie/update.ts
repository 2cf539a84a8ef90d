import type { LobbieFault } from '../../fault.ts'
import { applyUpdate } from '../../lobbie/apply.ts'
import { appointmentOf, fieldOf, type LobbieUpdate } from '../../lobbie/update.ts'
import { addMinutes } from '../../time/instant.ts'
import { onlyFirstUpdateStays } from '../second-update.ts'
import { withBody } from '../tell.ts'

const lobbie = { api: 'lobbie', family: 'update', caughtBy: ['partial_update_frame'] } as const
const TRACE = ['refused_update_leaves_no_trace'] as const

const isSent = (update: LobbieUpdate, name: string) => fieldOf(update, name) !== undefined

/** Writes down what was refused with that status. */
function keepRefused(status: number): Pick<LobbieFault, 'tell'> {
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
export const lobbieUpdate: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-update-not-applied',
    lie: 'An update is accepted and nothing changes.',
    tell: () => ({ apply: (before, { now }) => ({ ...before, updatedAt: Math.max(now, before.updatedAt + 1) }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-note-not-applied',
    lie: 'A new note is accepted and not taken over.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), note: before.note }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-practitioner-not-applied',
    lie: 'A new practitioner is accepted and not taken over.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), practitionerId: before.practitionerId }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-status-not-applied',
    lie: 'A new status is accepted and not taken over.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), status: before.status }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-practitioner-becomes-the-patient',
    lie: 'A new practitioner is written down as the patient.',
    alsoShows: 'its own practitioner sent again leaves only the patient wrong: another promise, and another exchange',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        const patientId = isSent(update, 'practitionerId') ? after.practitionerId : before.patientId
        return { ...after, practitionerId: before.practitionerId, patientId }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-note-appended',
    lie: 'A new note is put behind the one that is there.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return isSent(update, 'note') ? { ...after, note: `${before.note}; ${after.note}` } : after
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-untouched-note-wiped',
    lie: 'An update that sends no note wipes it.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), ...(isSent(update, 'note') ? {} : { note: '' }) }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-untouched-note-rewritten',
    lie: 'An update that sends no note writes the one that is there in lower case.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return isSent(update, 'note') ? after : { ...after, note: after.note.toLowerCase() }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-duration-defaulted',
    lie: 'An update puts the duration back to an hour.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), durationMinutes: 60 }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-reschedule-resets-status',
    lie: 'A new start puts the appointment back to SCHEDULED.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return isSent(update, 'startTime') && !isSent(update, 'status') ? { ...after, status: 'SCHEDULED' } : after
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-reassignment-confirms',
    lie: 'A new practitioner confirms the appointment.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return isSent(update, 'practitionerId') && !isSent(update, 'status') ? { ...after, status: 'CONFIRMED' } : after
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-reassignment-changes-the-type',
    lie: 'A new practitioner changes the type of the appointment.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return isSent(update, 'practitionerId') ? { ...after, appointmentTypeId: after.appointmentTypeId + 1 } : after
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-store-keeps-the-old',
    lie: 'The answer shows the new state and the store keeps the old.',
    tell: () => ({ keep: () => undefined }),
  },
  {
    ...lobbie,
    id: 'lobbie-store-forgets-the-note',
    lie: 'The answer shows the new note and the store keeps the old one.',
    tell: ({ keep }) => ({
      keep: (after, update) => keep({ ...after, note: appointmentOf(update)?.note ?? after.note }, update),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-answer-shows-the-old',
    lie: 'The update is carried out and the answer shows the note from before.',
    tell: () => ({
      answer: (answer, update) =>
        withBody(answer, (body) => (isSent(update, 'note') ? { ...body, note: 'Annual checkup' } : body)),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-second-update-undoes-the-first',
    lie: 'A second update begins from what was there before the first.',
    tell: ({ apply }) => ({ apply: onlyFirstUpdateStays(apply) }),
  },
  {
    ...lobbie,
    id: 'lobbie-patient-swapped',
    lie: 'An update hands the appointment to another patient.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), patientId: before.patientId + 1 }),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-created-at-moves',
    lie: 'createdAt becomes the time of the update.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), createdAt: update.now }) }),
  },
  {
    ...lobbie,
    id: 'lobbie-conflict-leaves-a-trace',
    lie: 'An update that is refused with 409 is written down all the same.',
    caughtBy: TRACE,
    ...keepRefused(409),
  },
  {
    ...lobbie,
    id: 'lobbie-bad-field-leaves-the-others',
    lie: 'Of an update that is refused with 400 the good fields are taken over.',
    caughtBy: TRACE,
    ...keepRefused(400),
  },
  {
    ...lobbie,
    id: 'lobbie-forbidden-leaves-a-trace',
    lie: 'An update that is refused with 403 is written down all the same.',
    caughtBy: TRACE,
    ...keepRefused(403),
  },
  {
    ...lobbie,
    id: 'lobbie-unauthorized-leaves-a-trace',
    lie: 'An update that is refused with 401 is written down all the same.',
    caughtBy: TRACE,
    ...keepRefused(401),
  },
  {
    ...lobbie,
    id: 'lobbie-refusal-touches-updated-at',
    lie: 'A refused update moves updatedAt.',
    caughtBy: TRACE,
    tell: ({ keep }) => ({
      answer: (answer, update) => {
        const before = appointmentOf(update)
        if (answer.status === 409 && before !== undefined)
          keep({ ...before, updatedAt: before.updatedAt + 1000 }, update)
        return answer
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-note-on-every-appointment',
    lie: 'An update changes every appointment of the practitioner.',
    caughtBy: ['bystander_unchanged'],
    tell: ({ keep }) => ({
      keep: (after, update) => {
        for (const other of [...update.world.store.appointmentsOf(after.practitionerId)]) {
          if (other.id !== after.id) update.world.store.keep({ ...other, note: `${other.note} (see also)` })
        }
        keep(after, update)
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-bystander-makes-way',
    lie: 'A reschedule pushes the practitioner’s other appointments back an hour.',
    caughtBy: ['bystander_unchanged'],
    tell: ({ keep }) => ({
      keep: (after, update) => {
        for (const other of [...update.world.store.appointmentsOf(after.practitionerId)]) {
          const moves = isSent(update, 'startTime') && other.id !== after.id
          if (moves) update.world.store.keep({ ...other, start: addMinutes(other.start, 60) })
        }
        keep(after, update)
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-bystander-stamped',
    lie: 'An update moves updatedAt of the practitioner’s other appointments.',
    caughtBy: ['bystander_unchanged'],
    tell: ({ keep }) => ({
      keep: (after, update) => {
        for (const other of [...update.world.store.appointmentsOf(after.practitionerId)]) {
          if (other.id !== after.id) update.world.store.keep({ ...other, updatedAt: update.now })
        }
        keep(after, update)
      },
    }),
  },
]

import { fieldOf as anivaFieldOf, type AnivaUpdate, appointmentOf as anivaAppointmentOf } from '../aniva/update.ts'
import { applyUpdate as applyAniva } from '../aniva/apply.ts'
import type { AnivaFault, Fault, LobbieFault } from '../fault.ts'
import { applyUpdate as applyLobbie } from '../lobbie/apply.ts'
import { appointmentOf, fieldOf, type LobbieUpdate } from '../lobbie/update.ts'
import { addMinutes } from '../time/instant.ts'
import { withBody } from './tell.ts'

const lobbie = { api: 'lobbie', family: 'update', caughtBy: ['partial_update_frame'] } as const
const aniva = { api: 'aniva', family: 'update', caughtBy: ['partial_update_frame'] } as const

const isSent = (update: LobbieUpdate, name: string) => fieldOf(update, name) !== undefined
const isSentToAniva = (update: AnivaUpdate, name: string) => anivaFieldOf(update, name) !== undefined

/** Writes down what was refused. */
function keepRefusedLobbie(update: LobbieUpdate): void {
  const before = appointmentOf(update)
  if (before !== undefined) update.world.store.keep(applyLobbie(before, update))
}

const lobbieFaults: readonly LobbieFault[] = [
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
    id: 'lobbie-untouched-note-wiped',
    lie: 'An update that sends no note wipes it.',
    tell: ({ apply }) => ({
      apply: (before, update) => ({ ...apply(before, update), ...(isSent(update, 'note') ? {} : { note: '' }) }),
    }),
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
    caughtBy: ['refused_update_leaves_no_trace'],
    tell: () => ({
      answer: (answer, update) => {
        if (answer.status === 409) keepRefusedLobbie(update)
        return answer
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-bad-field-leaves-the-others',
    lie: 'Of an update that is refused with 400 the good fields are taken over.',
    caughtBy: ['refused_update_leaves_no_trace'],
    tell: () => ({
      answer: (answer, update) => {
        if (answer.status === 400) keepRefusedLobbie(update)
        return answer
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-refusal-touches-updated-at',
    lie: 'A refused update moves updatedAt.',
    caughtBy: ['refused_update_leaves_no_trace'],
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
]

const anivaFaults: readonly AnivaFault[] = [
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
    id: 'aniva-reschedule-needs-confirming-again',
    lie: 'A reschedule puts the appointment back to pending.',
    tell: ({ apply }) => ({
      apply: (before, update) => {
        const after = apply(before, update)
        return isSentToAniva(update, 'scheduled_at') ? { ...after, status: 'pending' } : after
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
        return isSentToAniva(update, 'scheduled_at') ? after : { ...after, scheduledAt: null }
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
    id: 'aniva-update-forgets-the-method',
    lie: 'An update sets test_method to null.',
    tell: ({ apply }) => ({ apply: (before, update) => ({ ...apply(before, update), testMethod: null }) }),
  },
  {
    ...aniva,
    id: 'aniva-store-keeps-the-old',
    lie: 'The answer shows the new state and the store keeps the old.',
    tell: () => ({ keep: () => undefined }),
  },
  {
    ...aniva,
    id: 'aniva-conflict-leaves-a-trace',
    lie: 'An update that is refused with 409 is written down all the same.',
    caughtBy: ['refused_update_leaves_no_trace'],
    tell: ({ keep }) => ({
      answer: (answer, update) => {
        const before = anivaAppointmentOf(update)
        if (answer.status === 409 && before !== undefined) keep(applyAniva(before, update), update)
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
          if (other.locationId === anivaAppointmentOf(update)?.locationId && other.id !== after.id) {
            appointments.set(other.id, { ...other, scheduledAt: after.scheduledAt })
          }
        }
        keep(after, update)
      },
    }),
  },
]

/** Updates that do more, less or something else than they say. */
export const updateFaults: readonly Fault[] = [...lobbieFaults, ...anivaFaults]

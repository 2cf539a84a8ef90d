import type { BehaviourChange } from '../../../sandbox/behaviour.ts'
import type { LobbieAppointment } from '../../../sandbox/lobbie/appointment.ts'
import type { LobbieBehaviour } from '../../../sandbox/lobbie/behaviour.ts'
import { lobbieAppointmentOf, type LobbieUpdate } from '../../../sandbox/lobbie/update.ts'
import { addMinutes } from '../../../sandbox/time/instant.ts'
import { applies, changesBody, keeps, lobbieFaults, saves, sends, storesRefused } from '../changes.ts'

/** Makes an update also change the other appointments of the practitioner. */
function changesOthers(
  change: (other: LobbieAppointment, update: LobbieUpdate) => Partial<LobbieAppointment> | false,
): BehaviourChange<LobbieBehaviour> {
  return saves((after, update, save) => {
    const { store } = update.server
    for (const other of [...store.appointmentsOf(after.practitionerId)]) {
      const changes = change(other, update)
      if (other.id !== after.id && changes !== false) store.save({ ...other, ...changes })
    }
    save(after, update)
  })
}

/**
 * Faults in which an update does not store exactly what the request says: it changes too much, too little, or something
 * else.
 */
export const LOBBIE_UPDATES = [
  ...lobbieFaults('update', ['partial_update_frame'], {
    'lobbie-practitioner-not-applied': ['A new practitioner is accepted and not stored.', keeps('practitionerId')],
    'lobbie-status-not-applied': ['A new status is accepted and not stored.', keeps('status')],
    'lobbie-practitioner-becomes-the-patient': [
      'A new practitioner is stored as the patient.',
      applies((after, { practitionerId, patientId }, update) => ({
        practitionerId,
        patientId: sends('practitionerId')(update) ? after.practitionerId : patientId,
      })),
      {
        whySeveralFindings:
          'if the current practitioner is sent again, only the patient is wrong, which violates another clause in another case',
      },
    ],
    'lobbie-note-appended': [
      'A new note is appended to the old one.',
      applies((after, before, update) => sends('note')(update) && { note: `${before.note}; ${after.note}` }),
    ],
    'lobbie-untouched-note-rewritten': [
      'An update without a note turns the note into lower case.',
      applies(({ note }, _before, update) => !sends('note')(update) && { note: note.toLowerCase() }),
    ],
    'lobbie-duration-defaulted': ['An update resets the duration.', applies(() => ({ durationMinutes: 60 }))],
    'lobbie-reschedule-resets-status': [
      'A new start resets the status to SCHEDULED.',
      applies(
        (_after, _before, update) => sends('startTime')(update) && !sends('status')(update) && { status: 'SCHEDULED' },
      ),
    ],
    'lobbie-reassignment-confirms': [
      'A change of practitioner sets the status to CONFIRMED.',
      applies(
        (_after, _before, update) =>
          sends('practitionerId')(update) && !sends('status')(update) && { status: 'CONFIRMED' },
      ),
    ],
    'lobbie-reassignment-changes-the-type': [
      'A change of practitioner also changes the type of the appointment.',
      applies(
        (after, _before, update) =>
          sends('practitionerId')(update) && { appointmentTypeId: after.appointmentTypeId + 1 },
      ),
    ],
    'lobbie-store-forgets-the-note': [
      'The response shows the new note, and the old one stays stored.',
      saves((after, update, save) => save({ ...after, note: lobbieAppointmentOf(update)?.note ?? after.note }, update)),
    ],
    'lobbie-answer-shows-the-old': [
      'The update is applied, and the response shows the old note.',
      changesBody((body, update) => (sends('note')(update) ? { ...body, note: 'Annual checkup' } : body)),
    ],
    'lobbie-patient-swapped': [
      'An update gives the appointment to another patient.',
      applies((_after, { patientId }) => ({ patientId: patientId + 1 })),
    ],
    'lobbie-umlaut-in-note-garbled': [
      'Letters beyond ASCII in a note are stored as question marks.',
      applies(({ note }) => ({ note: note.replaceAll(/[^ -~]/gu, '?') })),
    ],
    'lobbie-note-trimmed': ['Blanks around a note are removed.', applies(({ note }) => ({ note: note.trim() }))],
  }),
  ...lobbieFaults('update', ['refused_update_leaves_no_trace'], {
    'lobbie-unauthorized-leaves-a-trace': ['An update that is refused with 401 is stored.', storesRefused(401)],
  }),
  ...lobbieFaults('update', ['bystander_unchanged'], {
    'lobbie-note-on-every-appointment': [
      'An update changes the notes of all appointments of the practitioner.',
      changesOthers(({ note }) => ({ note: `${note} (see also)` })),
    ],
    'lobbie-bystander-makes-way': [
      'A change of start moves the other appointments of the practitioner to an hour later.',
      changesOthers(({ start }, update) => sends('startTime')(update) && { start: addMinutes(start, 60) }),
    ],
    'lobbie-bystander-stamped': [
      'An update moves updatedAt of the other appointments of the practitioner.',
      changesOthers((_other, { now }) => ({ updatedAt: now })),
    ],
  }),
]

import type { LobbieFault } from '../../fault.ts'
import { applyUpdate } from '../../lobbie/apply.ts'
import { isStepAllowed, occupies } from '../../lobbie/status-steps.ts'
import { appointmentOf, fieldOf, refuse, requestedStart } from '../../lobbie/update.ts'
import { addMinutes, fromMilliseconds, isBefore, parseInstant } from '../../time/instant.ts'
import { tellStatus } from '../tell.ts'

const lobbie = { api: 'lobbie' } as const

/** The second set that was written without sight of the gate. The first five lie to every request of their kind. */
export const lobbieBlindSecond: readonly LobbieFault[] = [
  {
    ...lobbie,
    id: 'lobbie-reassignment-takes-all',
    family: 'update',
    lie: 'A reassignment hands over all appointments of the former practitioner.',
    caughtBy: ['bystander_unchanged'],
    tell: (truth) => ({
      keep: (after, update) => {
        const { store } = update.world
        const former = store.appointments.get(after.id)?.practitionerId ?? after.practitionerId
        if (former !== after.practitionerId) {
          for (const other of [...store.appointmentsOf(former)]) {
            store.keep({ ...other, practitionerId: after.practitionerId })
          }
        }
        truth.keep(after, update)
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-past-start-refused',
    family: 'validation',
    lie: 'A start in the past is refused with 400.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'start-time-is-date-time': (update) => {
          const start = requestedStart(update)
          return start !== undefined && isBefore(start, fromMilliseconds(update.now))
            ? refuse(400, 'startTime must not be in the past.')
            : checks['start-time-is-date-time'](update)
        },
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-forbidden-by-gateway',
    family: 'error-body',
    lie: 'The body of a 403 is the gateway’s own, whose member is called Message.',
    caughtBy: ['response_schema_conformance'],
    tell: tellStatus(403, { body: { Message: 'User is not authorized to access this resource' } }),
  },
  {
    ...lobbie,
    id: 'lobbie-date-alone-accepted',
    family: 'validation',
    lie: 'A start that is a date without a time is taken for midnight in UTC.',
    caughtBy: ['negative_data_rejection'],
    tell: () => ({
      readTime: (text) =>
        parseInstant(text) ?? (/^\d{4}-\d{2}-\d{2}$/.test(text) ? parseInstant(`${text}T00:00:00Z`) : undefined),
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-same-practitioner-refused',
    family: 'conflict',
    lie: 'A practitioner who has the appointment already is a conflict.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-is-free': (update) => {
          const own = appointmentOf(update)?.practitionerId
          return own !== undefined && fieldOf(update, 'practitionerId') === own
            ? refuse(409, 'The appointment is with that practitioner already.')
            : checks['practitioner-is-free'](update)
        },
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-missed-after-check-in',
    family: 'conflict',
    lie: 'An appointment that is CHECKED_IN can become NO_SHOW.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'status-step-is-allowed': (update) =>
          appointmentOf(update)?.status === 'CHECKED_IN' && fieldOf(update, 'status') === 'NO_SHOW'
            ? undefined
            : checks['status-step-is-allowed'](update),
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-begins-within-another',
    family: 'conflict',
    lie: 'An appointment that begins in the middle of another of the practitioner’s is no conflict.',
    caughtBy: ['scenario_expectation'],
    tell: ({ checks }) => ({
      checks: {
        ...checks,
        'practitioner-is-free': (update) => {
          const before = appointmentOf(update)
          if (before === undefined) return undefined
          const wanted = applyUpdate(before, update)
          if (!occupies(wanted.status)) return undefined
          const end = addMinutes(wanted.start, wanted.durationMinutes)
          for (const other of update.world.store.appointmentsOf(wanted.practitionerId)) {
            if (other.id === wanted.id || !occupies(other.status)) continue
            // As `other.start BETWEEN wanted.start AND wanted.end` would have it.
            if (!isBefore(other.start, wanted.start) && isBefore(other.start, end)) {
              return refuse(409, 'The practitioner is taken at that time.')
            }
          }
          return undefined
        },
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-practitioner-ignored-with-time',
    family: 'update',
    lie: 'A practitioner that is sent together with a start is not applied.',
    caughtBy: ['partial_update_frame'],
    tell: (truth) => ({
      apply: (before, update) => {
        const after = truth.apply(before, update)
        return requestedStart(update) === undefined ? after : { ...after, practitionerId: before.practitionerId }
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-note-escaped-for-html',
    family: 'update',
    lie: 'A note is kept with &, <, > and quotes written as HTML has them.',
    caughtBy: ['partial_update_frame'],
    tell: (truth) => ({
      apply: (before, update) => {
        const after = truth.apply(before, update)
        return typeof fieldOf(update, 'note') === 'string' ? { ...after, note: escapeForHtml(after.note) } : after
      },
    }),
  },
  {
    ...lobbie,
    id: 'lobbie-treatment-starts-now',
    family: 'update',
    lie: 'The step to IN_TREATMENT sets the start to the present, if none is sent.',
    caughtBy: ['partial_update_frame'],
    tell: (truth) => ({
      apply: (before, update) => {
        const after = truth.apply(before, update)
        const isStep = before.status !== 'IN_TREATMENT' && isStepAllowed(before.status, 'IN_TREATMENT')
        return isStep && after.status === 'IN_TREATMENT' && requestedStart(update) === undefined
          ? { ...after, start: fromMilliseconds(update.now) }
          : after
      },
    }),
  },
]

function escapeForHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

import type { RequestCheck } from '../../behaviour.ts'
import { refuse } from '../../update.ts'
import { type AnivaUpdate, anivaAppointmentOf } from '../update.ts'

/** Checks of the status. An appointment cannot be changed if it is cancelled or if its blood draw is confirmed. */
export const anivaConflictChecks = {
  'draw-is-not-confirmed': (update) =>
    anivaAppointmentOf(update)?.status === 'blood_drawn'
      ? refuse(409, 'The blood draw of this appointment is confirmed.')
      : undefined,
  'appointment-is-not-cancelled': (update) =>
    anivaAppointmentOf(update)?.status === 'cancelled' ? refuse(409, 'This appointment is cancelled.') : undefined,
} as const satisfies Record<string, RequestCheck<AnivaUpdate>>

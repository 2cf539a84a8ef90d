import type { Check } from '../../behaviour.ts'
import { refuse } from '../../update.ts'
import { type AnivaUpdate, appointmentOf } from '../update.ts'

/** When an appointment can no longer be changed. */
export const conflictChecks = {
  'draw-is-not-confirmed': (update) =>
    appointmentOf(update)?.status === 'blood_drawn'
      ? refuse(409, 'The blood draw of this appointment is confirmed.')
      : undefined,
  'appointment-is-not-cancelled': (update) =>
    appointmentOf(update)?.status === 'cancelled' ? refuse(409, 'This appointment is cancelled.') : undefined,
} as const satisfies Record<string, Check<AnivaUpdate>>

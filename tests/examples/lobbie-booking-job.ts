import {
  NetworkFailure,
  OutOfTime,
  type Appointment,
  type LobbieClient,
  type UpdateAppointmentPath,
} from 'appointment-contracts/lobbie'

/** The result of moving an appointment. */
export type Moved =
  | { readonly kind: 'moved'; readonly appointment: Appointment }
  | { readonly kind: 'no-slot-left' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown'; readonly because: string }

/**
 * Moves an appointment to the first free time of a list. If a time is taken, Lobbie returns 409, and the next time is
 * tried.
 */
export async function moveAppointment(
  lobbie: LobbieClient,
  path: UpdateAppointmentPath,
  startTimes: readonly string[],
): Promise<Moved> {
  for (const startTime of startTimes) {
    try {
      const answer = await lobbie.updateAppointment(path, { startTime })
      switch (answer.status) {
        case 200:
          return { kind: 'moved', appointment: answer.body }
        case 404:
          return { kind: 'gone' }
        case 409:
          continue
        default:
          // A 400, 401 or 403 comes from a mistake of this program, so another attempt would fail too.
          throw new Error(`Lobbie answers ${answer.status}: ${answer.body.message}`)
      }
    } catch (error) {
      // The server may have moved the appointment before the failure. Read the appointment before you try another time.
      if (error instanceof NetworkFailure || error instanceof OutOfTime)
        return { kind: 'unknown', because: error.message }
      throw error
    }
  }
  return { kind: 'no-slot-left' }
}

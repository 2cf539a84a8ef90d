import type { AnivaClient, Appointment } from 'appointment-contracts/aniva'

/** The result of moving an appointment. */
export type Moved =
  | { readonly kind: 'moved'; readonly appointment: Appointment }
  | { readonly kind: 'too-late'; readonly because: string }
  | { readonly kind: 'refused'; readonly because: string }

/**
 * Moves a visit to another time. If a location is given, moves it there too. Aniva returns 409 after the blood draw and
 * for a cancelled visit.
 */
export async function moveVisit(
  aniva: AnivaClient,
  id: string,
  scheduledAt: string,
  locationId?: string,
): Promise<Moved> {
  const answer = await aniva.updateAppointment(
    { id },
    { scheduled_at: scheduledAt, ...(locationId === undefined ? {} : { location_id: locationId }) },
  )
  switch (answer.status) {
    case 200:
      return { kind: 'moved', appointment: answer.body }
    case 409:
      return { kind: 'too-late', because: answer.body.error }
    case 400:
    case 403:
    case 404:
      return { kind: 'refused', because: answer.body.error }
    case 500:
      throw new Error('Aniva is out of order')
  }
}

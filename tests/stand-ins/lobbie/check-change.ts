import { Refusal } from '../common/refusal.ts'
import { hourIn } from '../common/zone.ts'
import type { Change } from './read-change.ts'
import type { Server } from './server.ts'
import type { LobbieSettings } from './switches.ts'
import { type Appointment, locationOf, type World } from './world.ts'

const closed = ['CHECKED_OUT', 'CANCELLED', 'NO_SHOW']

/** For each status, the statuses to which an update may change it. The vendor does not document this. */
const forward: Readonly<Record<string, readonly string[]>> = {
  SCHEDULED: ['CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
  CONFIRMED: ['CHECKED_IN', 'CANCELLED', 'NO_SHOW'],
  CHECKED_IN: ['IN_TREATMENT', 'CANCELLED', 'NO_SHOW'],
  IN_TREATMENT: ['CHECKED_OUT'],
}
const oneAtATime: Readonly<Record<string, readonly string[]>> = { ...forward, SCHEDULED: ['CONFIRMED', 'CANCELLED'] }

/** Throws a refusal if the stored data do not allow the change. */
export function checkChange(change: Change, appointment: Appointment, server: Server): void {
  checkStatus(change, appointment, server.settings)
  checkState(change, appointment, server.settings)
  checkPractitioner(change, appointment, server)
  checkStart(change, appointment, server)
}

function checkStatus({ status }: Change, appointment: Appointment, settings: LobbieSettings): void {
  const wrongStep = new Refusal(Number(settings['wrong-step']), 'the status cannot change in this way')
  if (status === undefined || settings['unknown-status-stored'] === 'on') return
  if (status === appointment.status) {
    if (settings['same-status'] === 'refused') throw wrongStep
    return
  }
  if (settings['status-steps'] === 'any') return
  const steps = settings['status-steps'] === 'forward' ? forward : oneAtATime
  if (steps[appointment.status]?.includes(status) !== true) throw wrongStep
}

function checkState(change: Change, { status }: Appointment, settings: LobbieSettings): void {
  const moves = change.startTime !== undefined || change.practitionerId !== undefined
  if (closed.includes(status) && settings['closed-appointments'] !== 'open') {
    const refused = moves || ('note' in change && settings['closed-appointments'] === 'locked')
    if (refused) throw new Refusal(409, 'the appointment is closed')
  }
  if (moves && settings['reschedule-started'] === 'refused' && ['CHECKED_IN', 'IN_TREATMENT'].includes(status))
    throw new Refusal(409, 'the appointment has started')
  if (moves && settings['combined-change'] === 'refused' && change.status !== undefined && change.status !== status)
    throw new Refusal(Number(settings['validation-status']), 'change the status in a request without other changes')
}

function checkPractitioner({ practitionerId }: Change, appointment: Appointment, { settings, world }: Server): void {
  if (practitionerId === undefined) return
  const refuse = (position: string, message: string): void => {
    if (position !== 'accepted')
      throw new Refusal(Number(position === '400' ? settings['validation-status'] : position), message)
  }
  const found = world.staff.find(({ id, accountId }) => id === practitionerId && accountId === appointment.accountId)
  if (found === undefined) refuse(settings['unknown-practitioner'], 'there is no such practitioner')
  else if (!found.isPractitioner)
    refuse(settings['practitioner-without-role'], 'the staff member has no practitioner role')
  else if (!found.locationIds.includes(appointment.locationId))
    refuse(settings['practitioner-elsewhere'], 'the practitioner does not work at the location')
}

function checkStart(change: Change, appointment: Appointment, { settings, world, now }: Server): void {
  const start = change.startTime?.instant ?? appointment.startTime
  const practitionerId = change.practitionerId ?? appointment.practitionerId
  const invalid = Number(settings['validation-status'])
  if (start !== appointment.startTime) {
    if (start < now() && settings['past-start'] === 'refused') throw new Refusal(invalid, 'startTime is in the past')
    const hour = hourIn(start, locationOf(world, appointment).timeZone)
    if ((hour < 8 || hour >= 18) && settings['opening-hours'] !== 'ignored')
      throw new Refusal(settings['opening-hours'] === '409' ? 409 : invalid, 'the location is closed at that time')
  }
  if (start === appointment.startTime && practitionerId === appointment.practitionerId) return
  if (settings['taken-slot'] !== 'accepted' && isTaken(world, appointment, practitionerId, start))
    throw new Refusal(settings['taken-slot'] === '409' ? 409 : invalid, 'the practitioner is not free at that time')
}

/**
 * True if the moved appointment, which begins at `start`, would overlap another open appointment of the practitioner.
 */
function isTaken(
  { appointments }: World,
  moved: Appointment,
  practitionerId: number | undefined,
  start: number,
): boolean {
  const end = start + moved.durationMinutes * 60_000
  return appointments.some(
    (other) =>
      other.id !== moved.id &&
      practitionerId !== undefined &&
      other.practitionerId === practitionerId &&
      !closed.includes(other.status) &&
      other.startTime < end &&
      other.startTime + other.durationMinutes * 60_000 > start,
  )
}

import { type Incoming, json, type Reply } from '../common/http.ts'
import { instantOf, parseTime } from '../common/parse-time.ts'
import { Refusal } from '../common/refusal.ts'
import type { Server } from './server.ts'
import { viewAppointment } from './view.ts'
import { type Appointment, locationOf, statuses } from './world.ts'

const integers = ['practitionerId', 'patientId', 'appointmentTypeId'] as const

function readInteger(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text !== null && !/^\d{1,15}$/.test(text)) throw new Refusal(400, `${name} must be an integer`)
  return text === null ? undefined : Number(text)
}

function readInstant(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const time = parseTime(text)
  if (time?.offset === undefined) throw new Refusal(400, `${name} must be a date and time with an offset`)
  return instantOf(time)
}

function readChoice(query: URLSearchParams, name: string, choices: readonly string[]): string | undefined {
  const text = query.get(name)
  if (text !== null && !choices.includes(text)) throw new Refusal(400, `${name} must be one of ${choices.join(', ')}`)
  return text ?? undefined
}

/** Reads the query of a list request. Returns its filters and its order as functions. */
function readQuery(query: URLSearchParams) {
  const wanted = integers.map((name) => [name, readInteger(query, name)] as const)
  const status = readChoice(query, 'status', statuses)
  const [from, to] = [readInstant(query, 'startDate'), readInstant(query, 'endDate')]
  const key = readChoice(query, 'sortBy', ['START_TIME', 'CREATED_DATE']) === 'CREATED_DATE' ? 'createdAt' : 'startTime'
  const sign = readChoice(query, 'sortDir', ['ASC', 'DESC']) === 'DESC' ? -1 : 1
  return {
    matches: (appointment: Appointment): boolean =>
      wanted.every(([name, value]) => value === undefined || appointment[name] === value) &&
      (status === undefined || appointment.status === status) &&
      (from === undefined || appointment.startTime >= from) &&
      (to === undefined || appointment.startTime <= to),
    compare: (one: Appointment, two: Appointment): number => sign * (one[key] - two[key] || one.id - two.id),
  }
}

function readCursor(query: URLSearchParams): number {
  const text = query.get('cursor')
  if (text === null) return 0
  const [, offset] = /^from:(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? []
  if (offset === undefined) throw new Refusal(400, 'cursor is not valid')
  return Number(offset)
}

/** Answers "List appointments" of a location. Returns at most `limit` appointments, 20 if the query has no `limit`. */
export function listAppointments({ query }: Incoming, accountId: number, locationId: number, server: Server): Reply {
  const { settings, world } = server
  const { matches, compare } = readQuery(query)
  const limit = readInteger(query, 'limit') ?? 20
  if (limit < 1 || limit > 100) throw new Refusal(400, 'limit must be from 1 to 100')
  const start = readCursor(query)
  const found = world.appointments
    .filter((one) => one.accountId === accountId && one.locationId === locationId && matches(one))
    .sort(compare)
  const appointments = found
    .slice(start, start + limit)
    .map((one) => viewAppointment(one, locationOf(world, one).timeZone, settings))
  const next = Buffer.from(`from:${start + limit}`).toString('base64url')
  return json(200, {
    appointments,
    ...(start + limit < found.length ? { [settings['next-page-field']]: next } : {}),
  })
}

import { instantOf, parseTime } from '../common/parse-time.ts'
import { Refusal } from '../common/refusal.ts'
import { instantIn } from '../common/zone.ts'
import type { LobbieSettings } from './switches.ts'
import { statuses } from './world.ts'

/** The valid fields of an update. An update that clears the note has the property `note` with the value undefined. */
export interface Change {
  note?: string | undefined
  practitionerId?: number
  startTime?: { readonly instant: number; readonly offset: number | 'Z' | undefined }
  status?: string
}

type Reader = (value: unknown, change: Change) => void

/** Reads the fields of an update. Checks their form, but compares nothing with stored data. */
export function readChange(body: Readonly<Record<string, unknown>>, zone: string, settings: LobbieSettings) {
  const change: Change = {}
  const problems: Refusal[] = []
  const readers = readersOf(zone, settings)
  for (const [name, value] of Object.entries(body)) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined
    try {
      if (read === undefined) {
        if (settings['unknown-fields'] === 'refused') throw invalid(settings, 'the body has an unknown field')
      } else if (value !== null) read(value, change)
      else if (settings['null-field'] === 'clears-note' && name === 'note') change.note = undefined
      else if (settings['null-field'] !== 'ignored') throw invalid(settings, `${name} must not be null`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(error)
    }
  }
  if (Object.keys(body).length === 0 && settings['empty-body'] === 'refused')
    problems.push(invalid(settings, 'the body must have a field'))
  return { change, problem: problems[0] }
}

const invalid = (settings: LobbieSettings, message: string): Refusal =>
  new Refusal(Number(settings['validation-status']), message)

const wrongType = (settings: LobbieSettings, message: string): Refusal =>
  settings['crash-on-wrong-type'] === 'on' ? new Refusal(500, 'internal error') : invalid(settings, message)

function readersOf(zone: string, settings: LobbieSettings): Readonly<Record<string, Reader>> {
  return {
    note: (value, change) => {
      if (typeof value !== 'string') throw wrongType(settings, 'note must be a string')
      change.note = readNote(value, settings)
    },
    practitionerId: (value, change) => {
      if (typeof value !== 'number' || !Number.isInteger(value))
        throw wrongType(settings, 'practitionerId must be an integer')
      change.practitionerId = value
    },
    startTime: (value, change) => {
      if (typeof value !== 'string') throw wrongType(settings, 'startTime must be a string')
      change.startTime = readStart(value, zone, settings)
    },
    status: (value, change) => {
      if (typeof value !== 'string') throw wrongType(settings, 'status must be a string')
      if (settings['unknown-status-stored'] === 'off' && !statuses.some((status) => status === value))
        throw invalid(settings, 'status is not a known value')
      change.status = value
    },
  }
}

function readNote(value: string, settings: LobbieSettings): string | undefined {
  const note = settings['note-characters'] === 'trimmed' ? value.trim() : value
  // eslint-disable-next-line no-control-regex
  if (settings['note-characters'] === 'no-control' && /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(note))
    throw invalid(settings, 'note has control characters')
  if (settings['note-limit'] === '1000' && [...note].length > 1000) throw invalid(settings, 'note is too long')
  if (note === '' && settings['empty-note'] === 'refused') throw invalid(settings, 'note must not be empty')
  return note === '' && settings['empty-note'] === 'cleared' ? undefined : note
}

function readStart(text: string, zone: string, settings: LobbieSettings): NonNullable<Change['startTime']> {
  const time = parseTime(text)
  const odd = (['week-date', 'compact-offset', 'no-seconds'] as const).some((form) => time?.forms.has(form))
  if (time === undefined || (odd && settings['start-forms'] === 'rfc3339'))
    throw invalid(settings, 'startTime is not a date and time')
  const offset = time.zulu ? 'Z' : time.offset
  if (settings['instant-shifted'] === 'on') return { instant: instantIn(time.wall, zone), offset }
  if (offset !== undefined) return { instant: instantOf(time), offset }
  if (settings['naive-start'] === 'refused') throw invalid(settings, 'startTime must have an offset')
  return { instant: settings['naive-start'] === 'utc' ? time.wall : instantIn(time.wall, zone), offset }
}

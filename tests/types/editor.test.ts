import { describe, expect, test } from 'vitest'
import { openEditor } from './editor.ts'

const editor =
  openEditor(`import { createLobbieClient, type LobbieClient, type UpdateAppointmentAnswer } from './index.ts'
import type { Appointment, UpdateAppointmentRequest, UpdateAppointmentPath, UpdateAppointmentResponse } from './index.ts'
declare const lobbie: LobbieClient
declare const path: UpdateAppointmentPath
const answer = await lobbie.updateAppointment(path, { note: 'a' })
answer.status === 404
if (answer.status === 200) {
  const booked = answer.body
  booked.startTime
}
if (answer.status === 401) answer.headers['WWW-Authenticate'].trim()
lobbie.updateAppointment(path, { status: '' })
lobbie.updateAppointment(path, { })
type Used = [Appointment, UpdateAppointmentRequest, UpdateAppointmentResponse, UpdateAppointmentAnswer]
createLobbieClient({ baseUrl: '' })
`)

describe('an editor shows for the generated client', () => {
  test('a method with short types, a description, and the reason for each status', () => {
    const hover = editor.hover('updateAppointment(path')
    expect(hover.split('\n')[0]).toBe(
      '(method) LobbieClient.updateAppointment(path: UpdateAppointmentPath, body: UpdateAppointmentRequest, options?: CallOptions): Promise<UpdateAppointmentAnswer>',
    )
    expect(hover).toContain('Updates an existing appointment: reschedules it')
    expect(hover).toContain('- `409`: The update conflicts with another appointment or with the status of this one.')
  })

  test('a response with the name of its type, and this type with all statuses', () => {
    expect(editor.hover('answer =')).toBe('const answer: UpdateAppointmentAnswer')
    const hover = editor.hover('UpdateAppointmentAnswer]')
    for (const status of [200, 400, 401, 403, 404, 409]) {
      expect(hover).toMatch(new RegExp(`Answer(?:WithHeaders)?<${status}, (?:Appointment|LobbieError)`))
      expect(hover).toContain(`- \`${status}\`: `)
    }
    expect(hover).not.toMatch(/\.\.\./)
  })

  test('the body of a response with the name of its schema', () => {
    expect(editor.hover('booked =')).toBe('const booked: Appointment')
    expect(editor.hover('UpdateAppointmentResponse,')).toContain('type UpdateAppointmentResponse = {')
  })

  test('the description of each type alias and each field', () => {
    expect(editor.hover('Appointment,')).toContain('An appointment of a patient with a practitioner at a location.')
    expect(editor.hover('UpdateAppointmentPath,')).toContain('The path parameters of `updateAppointment`.')
    expect(editor.hover('startTime\n')).toBe(
      "(property) startTime: string\nFormat: date-time\nAppointment start time (ISO 8601), in the location's own offset.",
    )
  })

  test('no indexed access types such as components["schemas"]', () => {
    for (const mark of [
      'Appointment,',
      'UpdateAppointmentRequest,',
      'UpdateAppointmentAnswer]',
      'UpdateAppointmentResponse,',
    ])
      expect(editor.hover(mark)).not.toMatch(/components\[|paths\[|operations\[/)
  })
})

describe('an editor completes', () => {
  test('the fields of a request', () => {
    expect(editor.completions('lobbie.updateAppointment(path, { ')).toEqual(
      expect.arrayContaining(['note', 'practitionerId', 'startTime', 'status']),
    )
  })

  test('the values of an enum', () => {
    expect(editor.completions("status: '")).toEqual(
      expect.arrayContaining([
        'SCHEDULED',
        'CONFIRMED',
        'CHECKED_IN',
        'IN_TREATMENT',
        'CHECKED_OUT',
        'CANCELLED',
        'NO_SHOW',
      ]),
    )
  })

  test('the documented statuses, fields of the body and headers', () => {
    expect(editor.completions('booked.')).toEqual(expect.arrayContaining(['startTime', 'endTime', 'durationMinutes']))
    expect(editor.completions("answer.headers['")).toEqual(['WWW-Authenticate'])
  })
})

test('an error of the compiler about missing credentials names `credentials`', () => {
  expect(editor.errors().join('\n')).toContain("Property 'credentials' is missing in type '{ baseUrl: string; }'")
})

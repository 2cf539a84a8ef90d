import { violations, json, readJson, route } from '../../toolkit.mjs'

const error = (status, text) => json(status, { error: text })
const refuse = (status) => error(status, status === 404 ? 'no such shift' : 'not allowed')
const rule = {
  type: 'object',
  required: ['startsAt'],
  properties: {
    startsAt: { type: 'string', format: 'date-time', pattern: /^20[0-9]{2}-/ },
    note: { type: ['string', 'null'], maxLength: 80 },
  },
}

/** Returns milliseconds since 1970. Reads the leap second 23:59:60, which Date.parse refuses, as the next second. */
const instant = (text) =>
  text.includes(':60') ? Date.parse(text.toUpperCase().replace(/:60/, ':59')) + 1000 : Date.parse(text.toUpperCase())

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const shift = {
    shiftId: '0e3b1c52-6f0e-4c5f-8b57-3d3a1f6f9d10',
    starts: Date.parse('2026-05-04T06:00:00Z'),
    note: null,
  }
  const shown = () =>
    json(200, {
      shiftId: shift.shiftId,
      startsAt: new Date(shift.starts).toISOString(),
      endsAt: new Date(shift.starts + 8 * 3600_000).toISOString(),
      note: shift.note,
    })
  const found = (handle) => (context) =>
    context.path.shiftId.toLowerCase() === shift.shiftId ? handle(context) : refuse(404)
  return route(
    {
      'GET /shifts/{shiftId}': found(shown),
      'PATCH /shifts/{shiftId}': found(async ({ request }) => {
        const { value, problem } = await readJson(request)
        if (problem === 'media-type') return error(415, 'send JSON')
        if (problem !== undefined || violations(value, rule).length > 0) return error(400, 'not a valid shift')
        shift.starts = instant(value.startsAt)
        if (value.note !== undefined) shift.note = value.note
        return shown()
      }),
    },
    refuse,
  )
}

import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  // Defect: `ends` has no offset, which RFC 3339 requires.
  const meeting = { meetingId: 8, begins: '2026-04-01T09:00:00+02:00', ends: '2026-04-01T10:00:00' }
  return route(
    { 'GET /meetings/{meetingId}': ({ path }) => (path.meetingId === '8' ? json(200, meeting) : empty(404)) },
    (status) => empty(status),
  )
}

import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  // Defect: the second channel is not an integer.
  return route({ 'GET /beacons': () => json(200, ['Utsira', 'Ona'], { 'x-channels': '37,38b,39' }) }, (status) =>
    empty(status),
  )
}

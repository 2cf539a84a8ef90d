import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  // Defect: 171.25 is not a multiple of 0.1. The other prices are.
  return route({ 'GET /fuels': () => json(200, { e5: 180.3, e10: 174.9, diesel: 171.25 }) }, (status) => empty(status))
}

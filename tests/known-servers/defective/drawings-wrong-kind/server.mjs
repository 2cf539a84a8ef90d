import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const figures = [
    { kind: 'Dot', x: 1 },
    // Defect: the returned object has the properties of a line and the kind of a dot.
    { kind: 'Dot', from: 1, to: 2 },
  ]
  return route({ 'GET /figures': () => json(200, figures) }, (status) => empty(status))
}

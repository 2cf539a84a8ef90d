import { empty, json, route } from '../../toolkit.mjs'

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  const wines = { '3d0ca315-aff9-4fc2-be61-3b76b9a2d798': { name: 'Riesling', year: 2021 } }
  return route(
    {
      'GET /wines/{wineId}': ({ path }) => {
        const wine = wines[path.wineId.toLowerCase()]
        // Defect: crashes for an unknown wine, although the document requires a 404.
        if (wine === undefined) return json(500, { message: 'Internal server error' })
        return json(200, { wineId: path.wineId, name: wine.name, year: wine.year })
      },
    },
    (status) => empty(status),
  )
}

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** pygeoapi serves maps by OGC standards. It stores data, requires no login, and generates its document. */
export const server = {
  install: { pip: ['pygeoapi==0.21.0'] },
  document: { path: '/openapi?f=json' },
  objects: async ({ root }) =>
    (await (await fetch(`${root}/collections/lakes/items?f=json`)).json()).features.map(({ id }) => id),
  ready: '/conformance?f=json',
  prepare({ home, data, port }) {
    writeFileSync(join(data, 'places.csv'), 'id,x,y,name\n1,11.5,48.1,Munich\n2,13.4,52.5,Berlin\n')
    writeFileSync(
      join(data, 'lakes.geojson'),
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: '1',
            properties: { id: '1', name: 'Ammersee' },
            geometry: { type: 'Point', coordinates: [11, 48] },
          },
        ],
      }),
    )
    writeFileSync(join(data, 'config.yml'), configuration(data, port))
    const made = execFileSync(join(home, 'bin/pygeoapi'), ['openapi', 'generate', join(data, 'config.yml')], {
      env: { ...process.env, PYGEOAPI_CONFIG: join(data, 'config.yml'), PYGEOAPI_OPENAPI: join(data, 'document.yml') },
      encoding: 'utf8',
    })
    writeFileSync(join(data, 'document.yml'), made)
  },
  start: ({ home, data }) => ({
    command: join(home, 'bin/pygeoapi'),
    args: ['serve', '--flask'],
    env: { PYGEOAPI_CONFIG: join(data, 'config.yml'), PYGEOAPI_OPENAPI: join(data, 'document.yml') },
  }),
}

function configuration(data, port) {
  const lakes = join(data, 'lakes.geojson')
  return `server:
  bind: { host: 127.0.0.1, port: ${port} }
  url: http://127.0.0.1:${port}
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  language: en-US
  gzip: false
  pretty_print: true
  admin: false
  limits: { default_items: 10, max_items: 50 }
  map: { url: 'http://127.0.0.1/', attribution: none }
logging: { level: ERROR }
metadata:
  identification: { title: Test, description: Test, keywords: [test], keywords_type: theme, terms_of_service: none, url: 'http://127.0.0.1/' }
  license: { name: CC-BY, url: 'http://127.0.0.1/' }
  provider: { name: Test, url: 'http://127.0.0.1/' }
  contact: { name: Test, email: test@example.com }
resources:
  places:
    type: collection
    title: Places
    description: Places
    keywords: [places]
    links: []
    extents: { spatial: { bbox: [-180, -90, 180, 90], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' } }
    providers:
      - { type: feature, name: CSV, data: ${join(data, 'places.csv')}, id_field: id, geometry: { x_field: x, y_field: y } }
  lakes:
    type: collection
    title: Lakes
    description: Lakes
    keywords: [lakes]
    links: []
    extents: { spatial: { bbox: [-180, -90, 180, 90], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' } }
    providers:
      - { type: feature, name: GeoJSON, data: ${lakes}, id_field: id, editable: true }
  hello-world:
    type: process
    processor: { name: HelloWorld }
`
}

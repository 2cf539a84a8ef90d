import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** csv-server makes an API from CSV files. It stores data and requires no login. FastAPI generates its document. */
export const server = {
  install: { pip: ['csv-server==0.1.2'] },
  document: { path: '/openapi.json' },
  objects: async ({ root }) => (await (await fetch(`${root}/products?limit=100000`)).json()).items.map(({ id }) => id),
  ready: '/openapi.json',
  prepare({ data }) {
    writeFileSync(
      join(data, 'products.csv'),
      'id,name,price,active\n1,Tea,2.5,true\n2,Coffee,3.5,false\n3,Milk,1.2,true\n',
    )
    writeFileSync(
      join(data, 'config.yaml'),
      'resources:\n  products:\n    file: products.csv\n    primary_key: id\n    readonly: false\n',
    )
  },
  start: ({ home, data, port }) => ({
    command: join(home, 'bin/csv-server'),
    args: ['serve', data, '--config', join(data, 'config.yaml'), '--host', '127.0.0.1', '--port', String(port)],
  }),
}

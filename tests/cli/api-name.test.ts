import { expect, test } from 'vitest'
import { listWork } from '../../src/cli/gate/run-gate.ts'
import { inFolder } from '../support/in-folder.ts'
import { ORDERS } from '../support/orders-document.ts'

const choice = {
  api: [],
  operation: [],
  excludeOperation: [],
  tag: [],
  path: [],
  target: ['mock'],
  headers: [],
  parameters: [],
}
const options = choice as unknown as Parameters<typeof listWork>[0]

test.each([
  ['openapi.yaml', 'Orders'],
  ['./openapi.yaml', 'Orders'],
  ['shop/openapi.yaml', 'shop'],
  ['shop/orders-v2.yaml', 'orders-v2'],
])('with `--spec %s`, the report calls the API %s', async (spec, name) => {
  await inFolder({ [spec]: ORDERS }, async () => {
    await Promise.resolve()
    expect(listWork({ ...options, spec }).map(({ api }) => api)).toEqual([name])
  })
})

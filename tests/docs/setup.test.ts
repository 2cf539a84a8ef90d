import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadSetupModule } from '../../src/targets/setup-module.ts'
import { serve } from '../corpus/serve.ts'
import { folderWith } from '../support/in-folder.ts'

const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/setup.md', 'utf8')) ?? []

test('the setup module of docs/setup.md creates an order for each case, and reads that order', async () => {
  const orders: unknown[] = []
  process.env['ORDERS_URL'] = await serve(({ method }, { pathname }) => {
    if (method === 'POST') return [201, { id: orders.push({ status: 'open' }) - 1 }]
    return [200, orders[Number(pathname.split('/').at(-1))]]
  })
  const folder = folderWith({ 'setup.mjs': example })
  onTestFinished(folder.remove)
  const states = await loadSetupModule(join(folder.path, 'setup.mjs'), 'orders', {})
  const ask = { state: 'order', with: {}, caseId: 'getOrder/valid/base' }
  const first = await states.establish(ask)
  expect(first.path).toEqual({ orderId: 0 })
  await first.release?.()
  const second = await states.establish({ ...ask, caseId: 'getOrder/valid/other' })
  expect(second.path).toEqual({ orderId: 1 })
  expect(await second.observe?.()).toEqual({ subject: { status: 'open' }, bystander: null })
})

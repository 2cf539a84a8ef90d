import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { ORDERS } from '../support/orders-document.ts'
import { reportOf } from '../support/report-of.ts'
import { runMain } from '../support/run-main.ts'

const EMPTY = "openapi: 3.1.0\ninfo: { title: Empty, version: '1' }\npaths: {}\n"
const otherReport = JSON.stringify(reportOf([{ target: 'sandbox' }]))

test.each([
  ['a document of another kind', { 'a.yaml': 'swagger: "2.0"\n' }, [], 'not an OpenAPI'],
  ['a document without an operation', { 'a.yaml': EMPTY }, [], 'the document has no operations'],
  ['an output folder that is a file', { 'a.yaml': ORDERS, out: 'text' }, [], '--out out is a file'],
  ['a report that does not exist', { 'a.yaml': ORDERS }, ['--report', 'none.json'], 'the file does not exist'],
  ['a report that is cut off', { 'a.yaml': ORDERS, 'r.json': '{' }, ['--report', 'r.json'], 'not complete JSON'],
  [
    'a report of another API',
    { 'a.yaml': ORDERS, 'r.json': otherReport },
    ['--report', 'r.json'],
    'the report is about "Lobbie Partner API", but the pages are about "Orders"',
  ],
  ['--api with --spec', { 'a.yaml': ORDERS }, ['--api', 'orders'], '--spec and --api cannot be used together'],
] as const)('the command docs reports %s and exits with 2', async (_name, files, more, sentence) => {
  await inFolder(files, async () => {
    const { code, out, err } = await runMain(['docs', '--spec', 'a.yaml', '--out', 'out', ...more])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
})

test.skipIf(!isInstalled())('the command docs writes one page for each API under specs/', async () => {
  const second = ORDERS.replace('title: Orders', 'title: Invoices')
  await inFolder({ 'specs/orders/openapi.yaml': ORDERS, 'specs/bills/openapi.yaml': second }, async () => {
    const { code, out } = await runMain(['docs', '--out', 'site/pages'])
    expect([code, out]).toEqual([0, 'wrote site/pages/bills.html\nwrote site/pages/orders.html\n'])
  })
})

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js')
    return true
  } catch {
    return false
  }
}

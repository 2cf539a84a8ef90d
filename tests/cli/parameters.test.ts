import { describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runMain } from '../support/run-main.ts'

const SHOP = `
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
      responses: { '200': { description: ok } }
  /people/{id}:
    get:
      operationId: getPerson
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, maximum: 99 } }
        - { name: tags, in: query, schema: { type: array, items: { enum: [new, old] } } }
      responses: { '200': { description: ok } }
  /rooms/{room}:
    get: { operationId: getRoom, responses: { '200': { description: ok } } }
`
const UUID = '8f3b1d0e-4a5c-4d2e-9f70-1b2c3d4e5f60'

/** Prints a plan with `--dry-run` and the given values of `--param`. Needs no server. */
function plan(...parameters: string[]) {
  const options = parameters.flatMap((each) => ['--param', each])
  return inFolder({ 'shop.yaml': SHOP }, () =>
    runMain(['gate', '--spec', 'shop.yaml', '-u', 'http://127.0.0.1:9', '--dry-run', ...options]),
  )
}

/** Returns the lines about one case in a printed plan. `path` is the name of the case (case path). */
function blockOf(out: string, path: string): string {
  return out.split(/\n(?=[+-] )/).find((block) => block.startsWith(`+ ${path}\n`)) ?? ''
}

describe('--param', () => {
  test('without an operation id, sets every parameter whose schema allows the value', async () => {
    const { out, err } = await plan('id=7')
    expect(blockOf(out, 'getPerson/valid/base')).toContain('GET /people/$ID')
    expect(blockOf(out, 'getOrder/valid/base')).toContain('not sent: the path parameter id of getOrder has no value')
    expect(err).toContain('note: `--param id` is not used for getOrder.id: the schema does not allow the value')
  })

  test('with several values, gives each parameter the first value that the schema of the parameter allows', async () => {
    const { code, out, err } = await plan(`id=${UUID}`, 'id=7', 'room=blue')
    expect([code, err]).toEqual([0, ''])
    for (const path of ['getPerson', 'getOrder', 'getRoom'])
      expect(blockOf(out, `${path}/valid/base`)).toContain('sends')
  })

  test('with an operation id, sets the parameter of that operation only', async () => {
    const { out } = await plan('getPerson.id=7')
    expect(blockOf(out, 'getPerson/valid/base')).toContain('GET /people/$ID')
    expect(blockOf(out, 'getOrder/valid/base')).toContain('not sent')
  })

  test('accepts a comma-separated list for an array parameter', async () => {
    expect((await plan('tags=new,old', 'id=7')).code).toBe(0)
  })

  test.each([
    ['one value', ['id=abc'], ['`--param id` (getOrder, shop.yaml:8)', '`--param id` (getPerson, shop.yaml:14)']],
    ['a value for one operation', ['getPerson.id=100'], ['`--param getPerson.id` (getPerson, shop.yaml:14)']],
    ['an item of a list', ['tags=new,gone'], ['`--param tags` (getPerson, shop.yaml:15)']],
    ['two values', ['getPerson.id=x', 'getOrder.id=y'], ['`--param getPerson.id`', '`--param getOrder.id`']],
  ])('reports in one message all values that the schemas do not allow: %s', async (_name, parameters, places) => {
    const { code, out, err } = await plan(...parameters)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('the schema of the parameter does not allow the value of')
    for (const place of places) expect(err).toContain(place)
  })

  test('with an unknown name is reported, and its value is not used', async () => {
    expect((await plan('idd=7', 'id=7')).err).toContain(
      'note: `--param idd` is not used: no operation has this parameter',
    )
  })
})

describe('a dry run', () => {
  test('lists every path parameter without a value in one sentence', async () => {
    const { out } = await plan()
    expect(out).toContain('No value for getOrder.id, getPerson.id: add --param getOrder.id=… --param getPerson.id=…')
  })

  test('exits 2 if no case can be judged, and gives the reason for each case', async () => {
    const { code, out, err } = await plan()
    expect(code).toBe(2)
    expect(err).toBe('No case of the plan can be judged. The plan gives the reason for each case.\n')
    for (const block of out.split(/\n(?=[+-] )/).slice(1)) expect(block).toMatch(/\n {4}(sends {4}|not sent: )\S/)
  })

  test('exits 0 if at least one case can be judged', async () => {
    expect((await plan('getPerson.id=7')).code).toBe(0)
  })
})

test('a run lists every path parameter without a value in one sentence', async () => {
  const { code, out } = await inFolder({ 'shop.yaml': SHOP }, () =>
    runMain(['gate', '--spec', 'shop.yaml', '-u', 'http://127.0.0.1:9']),
  )
  expect(code).toBe(2)
  expect(out.replaceAll(/\s+/g, ' ')).toContain('No value for getOrder.id, getPerson.id: add --param getOrder.id=…')
})

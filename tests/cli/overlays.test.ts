import { describe, expect, test } from 'vitest'
import { ORDERS } from '../support/orders-document.ts'
import { inFolder } from '../support/in-folder.ts'
import { runGate, runMain } from '../support/run-main.ts'

const FILE = 'specs/orders/openapi.yaml'
const OVERLAY = 'specs/orders/scenarios.overlay.yaml'
const POLICY = { 'specs/orders/policy.yaml': 'overlays: [scenarios.overlay.yaml]\n' }

function overlay(update: string, extended = 'extends: openapi.yaml\n'): string {
  return `overlay: 1.1.0\ninfo: { title: More, version: '1' }\n${extended}actions:\n  - target: $.info\n    update: ${update}\n`
}

const files = { [FILE]: ORDERS, [OVERLAY]: overlay('{ x-team: blue }'), ...POLICY }

describe('a policy that names an overlay', () => {
  test.each(['gate', 'validate', 'generate', 'mock'])(
    'makes the command %s exit 2 if the overlay is missing',
    async (command) => {
      const { [OVERLAY]: _lost, ...left } = files
      const { code, err } = await inFolder(left, () => runMain([command]))
      expect([code, err]).toEqual([2, expect.stringContaining('scenarios.overlay.yaml')])
    },
  )

  test('makes the gate exit 2 if the overlay does not declare that it extends the document', async () => {
    const { code } = await inFolder({ ...files, [OVERLAY]: overlay('{}', '') }, () => runMain(['gate', '--dry-run']))
    expect(code).toBe(2)
  })

  test('allows a run with that overlay', async () => {
    expect((await inFolder(files, () => runMain(['gate', '--target', 'mock', '--dry-run']))).code).toBe(0)
  })

  test('has no effect with --no-overlay, even if the overlay is missing', async () => {
    const { [OVERLAY]: _lost, ...left } = files
    const args = ['gate', '--target', 'mock', '--dry-run', '--no-overlay']
    expect((await inFolder(left, () => runMain(args))).code).toBe(0)
  })
})

describe('--overlay', () => {
  test('exits 2 and names the line if a target of the overlay selects nothing', async () => {
    const more = { ...files, 'more.yaml': overlay('{}').replace('$.info', '$.nowhere') }
    const { code, err } = await inFolder(more, () => runMain(['validate', FILE, '--overlay', 'more.yaml']))
    expect([code, err]).toEqual([2, expect.stringMatching(/`\$\.nowhere` selects nothing[\s\S]*more\.yaml:5:5/)])
  })

  test('is refused for several documents', async () => {
    const more = { ...files, 'specs/other/openapi.yaml': ORDERS, 'more.yaml': overlay('{}') }
    const { code, err } = await inFolder(more, () => runMain(['validate', '--overlay', 'more.yaml']))
    expect([code, err]).toEqual([2, expect.stringContaining('--overlay applies to one document, but 2 were selected')])
  })

  test('lists the overlay in the report, with the values of other overlays that it replaces', async () => {
    const more = { ...files, 'more.yaml': overlay('{ x-team: red }') }
    const args = ['--api', 'orders', '--target', 'mock', '-u', 'http://127.0.0.1:1', '--overlay', 'more.yaml']
    const { report, out } = await inFolder(more, () => runGate(args))
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(report.runs[0]?.document.overlays).toEqual([
      { file: OVERLAY, sha256: hash },
      { file: 'more.yaml', sha256: hash, overrides: [{ pointer: '/info/x-team', file: OVERLAY }] },
    ])
    expect(out).toContain('more.yaml replaces /info/x-team')
  })

  test('makes validate report an error of the overlay at the line of the overlay', async () => {
    const more = { ...files, 'more.yaml': overlay('{ licence: MIT }') }
    const { code, out } = await inFolder(more, () => runMain(['validate', FILE, '--overlay', 'more.yaml']))
    expect([code, out]).toEqual([1, expect.stringMatching(/more\.yaml:6:15 +error/)])
  })
})

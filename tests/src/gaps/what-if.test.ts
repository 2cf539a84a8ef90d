import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { GapReport, Report } from '../../../src/report/report.ts'
import { serve } from '../../corpus/serve.ts'
import { folderWith } from '../../support/in-folder.ts'
import { runGate, runMain } from '../../support/run-main.ts'
import { FAULTS, LOANS, loans } from './loans.ts'

const folder = folderWith({ 'openapi.yaml': LOANS })
afterAll(folder.remove)
const document = join(folder.path, 'openapi.yaml')

/** Writes an overlay with these actions, as if a user had pasted them. Returns the path of the overlay. */
function paste(actions: string): string {
  const file = join(folder.path, 'pasted.yaml')
  writeFileSync(file, `overlay: 1.1.0\ninfo: { title: Pasted, version: 1.0.0 }\nactions:\n${actions}`)
  return file
}

function gapsOf({ runs }: Report): readonly GapReport[] {
  return runs[0]?.whatIf?.gaps ?? []
}

/** Runs the gate on a correct server. The result is the same in each test, so one run is enough. */
const first = serve(loans()).then((url) => runGate(['--spec', document, '-u', url, '--what-if']))

test('--what-if lists each kind of fault that the document does not exclude, the most harmful first', async () => {
  const { report, code } = await first
  expect({ code, gaps: gapsOf(report).map(({ kind, weight }) => `${weight} ${kind}`) }).toEqual({
    code: 0,
    gaps: [
      'harm sent-value',
      'harm other-record',
      'wrong filter',
      'wrong repeated-record',
      'wrong stamp',
      'wrong ordered-times',
      'lenient free-text',
      'lenient missing-property',
      'lenient missing-location',
    ],
  })
})

test('with all changes that --what-if proposes, the document is valid, a correct server passes, and no gap is left', async () => {
  const overlay = paste(
    gapsOf((await first).report)
      .map((gap) => gap.overlay)
      .join(''),
  )
  expect(await runMain(['validate', document, '--overlay', overlay])).toMatchObject({ code: 0 })
  const server = await serve(loans())
  const { code, report } = await runGate(['--spec', document, '--overlay', overlay, '-u', server, '--what-if'])
  expect({ code, gaps: gapsOf(report) }).toEqual({ code: 0, gaps: [] })
})

test.each(FAULTS)(
  'a server with the fault $kind in $in passes, but fails after the change that --what-if proposes',
  async (fault) => {
    const overlay = paste(gapsOf((await first).report).find(({ kind }) => kind === fault.kind)?.overlay ?? '')
    const codes: number[] = []
    for (const options of [[], ['--overlay', overlay]]) {
      const chosen = ['--operation', fault.in, '--param', 'loanId=101', '--plan', 'lean']
      codes.push((await runGate(['--spec', document, '-u', await serve(loans(fault)), ...chosen, ...options])).code)
    }
    expect(codes).toEqual([0, 1])
  },
)

test('the gaps (undetectable faults) that a report lists contain no value of the server', async () => {
  const text = JSON.stringify(gapsOf((await first).report))
  for (const value of ['Emma', 'Stoner', '"ann"', '"ben"', '6f1c7a52', '127.0.0.1']) expect(text).not.toContain(value)
})

test('the printed report names, for each gap (undetectable fault), the responses and the lines to paste into an overlay', async () => {
  expect((await first).out).toContain(
    `  2. The server returns another record than the one in the path:
       GET /loans/{loanId} → 200: id
       PATCH /loans/{loanId} → 200: id
     With this overlay action, the run detects the fault:
       - target: $.paths['/loans/{loanId}'].get.responses['200']
`,
  )
})

test.each([
  [['--shard', '1/2'], '--what-if needs the whole run'],
  [['--target', 'mock'], '--what-if needs a server'],
])('--what-if with %j is refused', async (options, message) => {
  const { code, err } = await runMain(['gate', '--spec', document, '--what-if', ...options])
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) as string })
})

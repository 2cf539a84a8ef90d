import { expect, test } from 'vitest'
import { findAnyFault } from '../../../../proof/faults.ts'
import { createFaultySandbox } from '../../../../sandbox/faulty-sandbox.ts'
import { listen } from '../../../../sandbox/listen.ts'
import { runGate } from '../../../support/run-main.ts'

/** The statuses that fail in the grid when the sandbox has one fault. */
async function brokenBy(fault: string): Promise<string[]> {
  const listening = await listen(createFaultySandbox(findAnyFault(fault), { now: '2026-01-05T09:00:00Z' }))
  try {
    const { report } = await runGate(['--api', 'lobbie', '--target', 'sandbox', '-u', listening.url])
    return (report.runs[0]?.cells ?? []).filter(({ state }) => state === 'failed').map(({ status }) => status)
  } finally {
    await listening.close()
  }
}

test.each([
  [
    'an update that wipes what it should leave is broken at the answer that hides it',
    'lobbie-untouched-note-wiped',
    ['200'],
  ],
  ['a value that should be refused breaks the refusal that does not come', 'lobbie-naive-start-time-accepted', ['400']],
  ['another status breaks the one in whose place it comes', 'lobbie-conflict-is-422', ['409']],
  ['a field of another type breaks the status whose body it is', 'lobbie-id-as-text', ['200']],
])('%s', async (_fact, fault, statuses) => {
  expect(await brokenBy(fault)).toEqual(statuses)
})

import { expect, test } from 'vitest'
import { findAnyFault } from '../../../../proof/faults.ts'
import { createFaultySandbox } from '../../../../sandbox/faulty-sandbox.ts'
import { listen } from '../../../../sandbox/listen.ts'
import { runGate } from '../../../support/run-main.ts'

/** Runs the gate on a sandbox with this fault. Returns the statuses that the report shows as failed. */
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
    'an update that deletes another field marks the status of its response as failed',
    'lobbie-untouched-note-wiped',
    ['200'],
  ],
  [
    'an accepted invalid value marks the status of the missing refusal as failed',
    'lobbie-naive-start-time-accepted',
    ['400'],
  ],
  ['an undocumented status marks the status that was expected as failed', 'lobbie-conflict-is-422', ['409']],
  ['a field of the wrong type marks the status of its response as failed', 'lobbie-id-as-text', ['200']],
])('in the report, %s', async (_fact, fault, statuses) => {
  expect(await brokenBy(fault)).toEqual(statuses)
})

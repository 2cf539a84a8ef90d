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
  ['the status of an update that deletes another field', 'lobbie-untouched-note-wiped', ['200']],
  ['the status 400 if the server accepts an invalid value', 'lobbie-naive-start-time-accepted', ['400']],
  ['the expected status if a response has an undocumented status', 'lobbie-conflict-is-422', ['409']],
  ['the status of a response in which a field has the wrong type', 'lobbie-id-as-text', ['200']],
])('the report marks as failed %s', async (_fact, fault, statuses) => {
  expect(await brokenBy(fault)).toEqual(statuses)
})

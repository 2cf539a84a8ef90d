import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { listen } from '../../sandbox/listen.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'

const run = promisify(execFile)

/** Returns the shell commands that the README lists after "A walk through it". */
function walkThrough(): string {
  const [, script = ''] = /A walk through it:\n\n```sh\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
  return script
}

test('the sandbox commands in the README have the results that the README describes', async () => {
  const listening = await listen(createSandbox({ now: '2026-01-05T09:00:00Z' }))
  try {
    const script = walkThrough().replaceAll('http://127.0.0.1:4010', listening.url)
    const { stdout } = await run('sh', ['-eu', '-c', script])
    const lines = stdout.trim().split('\n')
    const answers = lines.flatMap((line, index) =>
      index % 2 === 0 ? [{ body: JSON.parse(line) as Record<string, unknown>, status: lines[index + 1] }] : [],
    )
    expect(answers.map(({ status }) => status)).toEqual(['200', '409', '200', '403', '200'])
    const [moved, , noted, forbidden, rescheduled] = answers.map(({ body }) => body)
    expect(moved).toMatchObject({ startTime: '2030-01-16T10:00:00-05:00', endTime: '2030-01-16T10:30:00-05:00' })
    expect(noted).toMatchObject({
      startTime: '2030-01-16T10:00:00-05:00',
      note: 'Bring the referral letter',
      status: 'SCHEDULED',
    })
    expect(forbidden).toEqual({ error: 'Forbidden' })
    expect(rescheduled).toMatchObject({ scheduled_at: '2030-01-16T11:00:00+01:00' })
  } finally {
    await listening.close()
  }
})

import { describe, expect, test } from 'vitest'
import { addProgress, NO_PROGRESS, type ProgressEvent, type ProgressStream } from '../../../src/report/progress.ts'

const PLAIN: ProgressStream = { isTerminal: false, width: 80 }
const TERMINAL: ProgressStream = { isTerminal: true, width: 80 }

const events: ProgressEvent[] = [
  { kind: 'run-started', api: 'lobbie', target: 'mock', total: 40 },
  ...Array.from({ length: 40 }, (_, index): ProgressEvent => ({
    kind: 'case-judged',
    done: index + 1,
    total: 40,
    verdict: index === 7 ? 'failed' : index === 20 ? 'blocked' : 'passed',
  })),
  { kind: 'run-finished' },
]

describe('progress', () => {
  test('is one line per tenth of the run if the output is not a terminal', () => {
    expect(texts(events, PLAIN).join('')).toMatchInlineSnapshot(`
      "lobbie on mock: 40 cases
      lobbie on mock: 4 of 40 cases
      lobbie on mock: 8 of 40 cases, 1 failed
      lobbie on mock: 12 of 40 cases, 1 failed
      lobbie on mock: 16 of 40 cases, 1 failed
      lobbie on mock: 20 of 40 cases, 1 failed
      lobbie on mock: 24 of 40 cases, 1 failed, 1 blocked
      lobbie on mock: 28 of 40 cases, 1 failed, 1 blocked
      lobbie on mock: 32 of 40 cases, 1 failed, 1 blocked
      lobbie on mock: 36 of 40 cases, 1 failed, 1 blocked
      lobbie on mock: 40 of 40 cases, 1 failed, 1 blocked
      "
    `)
  })

  test('is, on a terminal, one line that is rewritten, and cleared at the end', () => {
    const written = texts(events, TERMINAL)
    expect(written.every((text) => text.startsWith('\r\u001b[2K') && !text.includes('\n'))).toBe(true)
    expect(written[20]?.slice(5)).toBe('███████████████░░░░░░░░░░░░░░░  lobbie on mock: 20 of 40 cases, 1 failed')
    expect(written.at(-1)).toBe('\r\u001b[2K')
  })

  test.each([10, 20, 40, 200])('fits into a terminal of %i columns', (width) => {
    for (const text of texts(events, { isTerminal: true, width })) expect(text.slice(5).length).toBeLessThan(width)
  })

  test('is also printed for a run without cases', () => {
    const none: ProgressEvent[] = [
      { kind: 'run-started', api: 'a', target: 'mock', total: 0 },
      { kind: 'run-finished' },
    ]
    expect(texts(none, TERMINAL).join('')).not.toContain('NaN')
    expect(texts(none, PLAIN).join('')).toBe('a on mock: 0 cases\n')
  })
})

function texts(of: readonly ProgressEvent[], stream: ProgressStream): string[] {
  let progress = NO_PROGRESS
  return of.map((event) => {
    const added = addProgress(progress, event, stream)
    progress = added.progress
    return added.text
  })
}

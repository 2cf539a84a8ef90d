import { cpSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { builtBin } from '../support/built.ts'
import { childrenOf, eventually, isAlive, startCli, type CliProcess } from '../support/cli-process.ts'

/** Timeout in milliseconds. It is long, because other tests run on the same machine at the same time. */
const UNDER_LOAD = 60_000

let folder: string
let cli: CliProcess
beforeAll(() => void builtBin(), 300_000)
afterEach(() => {
  if (isAlive(cli.pid)) cli.signal('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts `watch` on a copy of one API's document. Resolves after `watch` has printed the result of the first check. */
async function watching(): Promise<{ file: string; text: string }> {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'watch-')))
  for (const path of ['specs/lobbie', 'generated/lobbie']) cpSync(path, join(folder, path), { recursive: true })
  cli = startCli(['watch', '--api', 'lobbie'], { cwd: folder })
  await looks(1)
  const file = join(folder, 'specs/lobbie/openapi.yaml')
  return { file, text: readFileSync(file, 'utf8') }
}

/** Returns the document with another description of its schema `Error`. */
function describedAs(text: string, description: string): string {
  const changed = text.replace(/( {4}Error:\n {6}description: ).*/, `$1${description}`)
  expect(changed).not.toBe(text)
  return changed
}

const ends = (): string[] => cli.out().split(/watching .* press Ctrl-C to stop\n/)

/** Waits until `watch` has printed the complete page after check number `count`. Returns the page. */
async function looks(count: number): Promise<string> {
  await eventually(() => ends().length > count || !isAlive(cli.pid), UNDER_LOAD)
  return ends()[count - 1] ?? ''
}

async function stop(): Promise<void> {
  const before = childrenOf(cli.pid)
  cli.interrupt()
  expect((await cli.ended).code).toBe(0)
  expect(before.filter(isAlive)).toEqual([])
  expect(cli.err()).toBe('')
}

test('after a save, the document is validated, its code is generated, and its changed operations are run', async () => {
  const { file, text } = await watching()
  const changed = describedAs(text, 'What went wrong, in words.')
  writeFileSync(file, changed)
  const second = await looks(2)
  expect(second).toMatch(/document +✓ valid/)
  expect(second).toContain('generated/lobbie/types.ts')
  expect(second).toMatch(/mock +✓ passed/)
  expect(readFileSync(join(folder, 'generated/lobbie/types.ts'), 'utf8')).toContain('What went wrong, in words.')
  // Many editors do not overwrite a file: they write a new file and rename it.
  writeFileSync(`${file}~`, `${changed}# nothing new is said\n`)
  renameSync(`${file}~`, file)
  const third = await looks(3)
  expect(third).toMatch(/mock +updateAppointment did not change, last result: ✓ no findings/)
  await stop()
}, 120_000)

test('invalid YAML is reported and does not end the watch', async () => {
  const { file, text } = await watching()
  writeFileSync(file, text.replace('info:', 'info: [\n'))
  expect(await looks(2)).toContain('The document is neither YAML nor JSON')
  rmSync(file)
  expect(await looks(3)).toContain('The document cannot be read')
  writeFileSync(file, text.replace('type: string', 'type: strng'))
  const fourth = await looks(4)
  expect(fourth).toMatch(/document +✗ \d+ error/)
  expect(fourth).toMatch(/specs\/lobbie\/openapi\.yaml:\d+:\d+/)
  writeFileSync(file, text)
  expect(await looks(5)).toMatch(/document +✓ valid/)
  await stop()
}, 120_000)

test('the first check runs every operation and stops the mock; Ctrl-C during the second check leaves no process running', async () => {
  const { file, text } = await watching()
  expect(ends()[0]).toMatch(/document +✓ valid/)
  expect(ends()[0]).toMatch(/mock +✓ passed, \d+ cases/)
  expect(childrenOf(cli.pid)).toEqual([])
  writeFileSync(file, describedAs(text, 'Other words.'))
  await eventually(() => childrenOf(cli.pid).length > 0, UNDER_LOAD)
  await stop()
}, 120_000)

import { cpSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtBin } from '../support/built.ts'
import { childrenOf, eventually, isAlive, startCli, type CliProcess } from '../support/cli-process.ts'

/** Timeout in milliseconds. It is long, because other tests run on the same machine at the same time. */
const UNDER_LOAD = 60_000

let folder: string
let file: string
let text: string
let cli: CliProcess

/** Starts `watch` on a copy of a document. All tests use the same process, because the first check takes seconds. */
beforeAll(async () => {
  builtBin()
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'watch-')))
  for (const path of ['specs/lobbie', 'generated/lobbie']) cpSync(path, join(folder, path), { recursive: true })
  file = join(folder, 'specs/lobbie/openapi.yaml')
  text = readFileSync(file, 'utf8')
  cli = startCli(['watch', '--api', 'lobbie'], { cwd: folder })
  await eventually(() => pages().length > 0 || !isAlive(cli.pid), UNDER_LOAD)
}, 300_000)
afterAll(() => {
  if (isAlive(cli.pid)) cli.signal('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Returns the document with another description of its schema `Error`. */
function describedAs(description: string): string {
  const changed = text.replace(/( {4}Error:\n {6}description: ).*/, `$1${description}`)
  expect(changed).not.toBe(text)
  return changed
}

/** Returns the complete pages that `watch` has printed. It prints one after each check. */
const pages = (): string[] =>
  cli
    .out()
    .split(/watching .* press Ctrl-C to stop\n/)
    .slice(0, -1)

/** Saves the document with `save`. Returns the first page that matches `result` and is printed after the save. */
async function pageAfter(save: () => void, result: RegExp): Promise<string> {
  const before = pages().length
  save()
  const find = (): string | undefined =>
    pages()
      .slice(before)
      .find((page) => result.test(page))
  await eventually(() => find() !== undefined || !isAlive(cli.pid), UNDER_LOAD)
  return find() ?? ''
}

test('the first check runs every operation and stops the mock', () => {
  expect(pages()[0]).toMatch(/document +✓ valid/)
  expect(pages()[0]).toMatch(/mock +✓ passed, \d+ cases/)
  expect(childrenOf(cli.pid)).toEqual([])
})

test('after a save, the document is validated, its code is generated, and its changed operations are run', async () => {
  const changed = describedAs('What went wrong, in words.')
  const page = await pageAfter(() => writeFileSync(file, changed), /mock +✓ passed/)
  expect(page).toMatch(/document +✓ valid/)
  expect(page).toContain('generated/lobbie/types.ts')
  expect(readFileSync(join(folder, 'generated/lobbie/types.ts'), 'utf8')).toContain('What went wrong, in words.')
  // Many editors do not overwrite a file. They write a new file and rename it, as this function does.
  const rename = (): void => {
    writeFileSync(`${file}~`, `${changed}# nothing new is said\n`)
    renameSync(`${file}~`, file)
  }
  const unchanged = /mock +updateAppointment did not change, last result: ✓ no findings/
  expect(await pageAfter(rename, unchanged)).toMatch(unchanged)
}, 120_000)

test('invalid YAML, a missing file and an invalid document are reported and do not end the watch', async () => {
  const cases: readonly [save: () => void, result: RegExp][] = [
    [() => writeFileSync(file, text.replace('info:', 'info: [\n')), /The document is neither YAML nor JSON/],
    [() => rmSync(file), /The document cannot be read/],
    [() => writeFileSync(file, text.replace('type: string', 'type: strng')), /document +✗ \d+ error/],
    [() => writeFileSync(file, text), /document +✓ valid/],
  ]
  const shown = []
  for (const [save, result] of cases) shown.push(await pageAfter(save, result))
  for (const [index, [, result]] of cases.entries()) expect(shown[index]).toMatch(result)
  expect(shown[2]).toMatch(/specs\/lobbie\/openapi\.yaml:\d+:\d+/)
}, 120_000)

test('Ctrl-C during a check ends the watch with exit code 0 and leaves no process running', async () => {
  writeFileSync(file, describedAs('Other words.'))
  await eventually(() => childrenOf(cli.pid).length > 0, UNDER_LOAD)
  const before = childrenOf(cli.pid)
  cli.interrupt()
  expect((await cli.ended).code).toBe(0)
  expect(before.filter(isAlive)).toEqual([])
  expect(cli.err()).toBe('')
}, 120_000)

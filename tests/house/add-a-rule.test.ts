import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { missingParts } from './rule-parts.ts'

/** The files that the steps of the guide "Add a rule" change or run. */
const COPIED = ['src', 'tests/house', 'tests/src/rules', 'tests/support', 'sandbox', 'package.json', 'tsconfig.json']

interface Step {
  readonly kind: string
  readonly file: string
  readonly text: string
}

const [, section = ''] = /\n## Add a rule\n([\s\S]*?)\n## /.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? []
const steps: readonly Step[] = [...section.matchAll(/^ {3}```(\w+) (\S+)\n([\s\S]*?)^ {3}```/gm)].map(
  ([, kind = '', file = '', text = '']) => ({ kind, file, text: text.replaceAll(/^ {3}/gm, '') }),
)

const copies: string[] = []
afterAll(() => copies.forEach((copy) => rmSync(copy, { recursive: true })))

/** Copies the repository, and applies the given steps of the guide to the copy. */
function follow(some: readonly Step[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'add-a-rule-'))
  copies.push(copy)
  for (const path of COPIED) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  for (const { kind, file, text } of some) {
    const path = join(copy, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, kind === 'diff' ? applied(readFileSync(path, 'utf8'), text) : text)
  }
  return copy
}

/** Applies a diff to a text: inserts each line with `+` after the context line above it. */
function applied(file: string, diff: string): string {
  let [text, above] = [file, '']
  for (const line of diff.split('\n').filter((each) => each !== '')) {
    if (line.startsWith(' ')) above = `${line.slice(1)}\n`
    else {
      expect(text).toContain(above)
      text = text.replace(above, above + `${line.slice(1)}\n`)
    }
  }
  return text
}

test('the guide "Add a rule" shows a test, a rule and a line for the list of rules', () => {
  expect(steps.map(({ kind, file }) => `${kind} ${dirname(file)}`)).toEqual([
    'ts tests/src/rules/response',
    'ts src/rules/response',
    'diff src/rules',
  ])
})

test('following every step of the guide "Add a rule" adds a rule whose tests pass', () => {
  const copy = follow(steps)
  expect(missingParts(copy)).toEqual([])
  const [test, rule] = steps
  const out = execFileSync(
    process.execPath,
    [
      resolve('node_modules/vitest/vitest.mjs'),
      'run',
      '--root',
      copy,
      '--testTimeout=90000',
      test?.file ?? '',
      'tests/house/rules.test.ts',
    ],
    { encoding: 'utf8', cwd: copy },
  )
  expect(out).toContain('passed')
  expect(readFileSync(join(copy, rule?.file ?? ''), 'utf8')).toContain('examples')
}, 120_000)

test.each(steps.map((step) => [step.file, step] as const))(
  'a rule is reported as incomplete if the step of the guide for %s was skipped',
  (_file, step) => {
    expect(missingParts(follow(steps.filter((each) => each !== step)))).not.toEqual([])
  },
)

import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { ORDERS } from '../support/orders-document.ts'
import { runMain, type Ran } from '../support/run-main.ts'

const FILE = 'specs/orders/openapi.yaml'
const NARROWED = ORDERS.replace('size: { enum: [small, large] }', 'size: { enum: [small] }')
const DECLARED = NARROWED.replace('version: 1.0.0', 'version: 2.0.0')
const WIDENED = ORDERS.replace('size: { enum: [small, large] }', 'size: { enum: [small, large, huge] }')

const diff = (...args: readonly string[]): Promise<Ran> => runMain(['diff', ...args])

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...args], { stdio: 'pipe' })
}

/**
 * Runs `work` in a git repository with one commit, which contains the document. In the working copy, the document is
 * replaced by `text`.
 */
function inRepository<T>(text: string, work: () => Promise<T>): Promise<T> {
  return inFolder({ [FILE]: ORDERS }, async () => {
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-q', '-m', 'start')
    writeFileSync(FILE, text)
    return await work()
  })
}

const twoFiles = (head: string, ...args: readonly string[]): Promise<Ran> =>
  inFolder({ 'old.yaml': ORDERS, 'new.yaml': head }, () => diff('old.yaml', 'new.yaml', ...args))

describe('diff compares', () => {
  test('two files, and prints for a change its line in each file, an example value and the consumers that break', async () => {
    const { code, out } = await twoFiles(NARROWED)
    expect(code).toBe(1)
    expect(out).toContain('old.yaml → new.yaml')
    expect(out).toContain('request body application/json /size  The value `"large"` was removed.')
    expect(out).toMatch(/base {5}old\.yaml:\d+:\d+/)
    expect(out).toMatch(/head {5}new\.yaml:\d+:\d+/)
    expect(out).toContain('"size":"large"} is valid in base; head forbids it by `enum`')
    expect(out).toContain('breaks consumers that send requests')
    expect(out).toContain('make it 2.0.0')
  })

  test.each([
    ['the last commit with the working copy', []],
    ['a revision with the working copy', ['HEAD']],
    ['a file of a revision with the working copy', [`HEAD:${FILE}`]],
    ['a file of a revision with a file', [`main:${FILE}`, FILE]],
    ['a file with its last commit', [FILE]],
    ['a folder with its last commit', ['specs']],
  ])('%s', async (_title, args) => {
    const { code, out } = await inRepository(NARROWED, () => diff(...args))
    expect(out).toMatch(/(HEAD|main):specs\/orders\/openapi\.yaml → specs\/orders\/openapi\.yaml/)
    expect(out).toMatch(/base {5}(HEAD|main):specs\/orders\/openapi\.yaml:\d+:\d+/)
    expect(code).toBe(1)
  })

  test('two folders', async () => {
    const files = { 'old/a/openapi.yaml': ORDERS, 'new/a/openapi.yaml': WIDENED }
    const { code, out } = await inFolder(files, () => diff('old', 'new'))
    expect([code, out.includes('old/a/openapi.yaml → new/a/openapi.yaml')]).toEqual([0, true])
  })

  test('two documents that both have an overlay', async () => {
    const overlay = (status: string): string =>
      `overlay: 1.0.0\ninfo: { title: x, version: '1' }\nextends: openapi.yaml\nactions:\n  - target: $.paths['/orders/{id}'].patch['x-scenarios']['409'][0]\n    update: { accept: ['${status}'] }\n`
    const files = {
      'old/openapi.yaml': ORDERS,
      'old/x.overlay.yaml': overlay('410'),
      'new/openapi.yaml': ORDERS,
      'new/x.overlay.yaml': overlay('404'),
    }
    const { out } = await inFolder(files, () => diff('old/openapi.yaml', 'new/openapi.yaml'))
    expect(out).toContain('The status 404 is accepted too.')
    expect(out).toContain('The status 410 is no longer accepted.')
  })
})

describe('diff passes', () => {
  test.each([
    ['without changes', ORDERS],
    ['if the new version number announces the breaking change', DECLARED],
    ['if no change is breaking', WIDENED],
  ])('%s', async (_title, head) => expect((await twoFiles(head)).code).toBe(0))
})

describe('a waiver', () => {
  const waived = async (entry: string): Promise<Ran> =>
    inFolder({ 'old.yaml': ORDERS, 'new.yaml': NARROWED, 'waive.yaml': `- ${entry}\n` }, () =>
      diff('old.yaml', 'new.yaml', '--waive', 'waive.yaml'),
    )
  const clause = "clause: 'PATCH /orders/{id} request body application/json /size'"

  test('accepts a change until the end of the day in `expires`', async () => {
    const { code, out } = await waived(`{ ${clause}, reason: agreed, owner: Ada, expires: 2026-01-05 }`)
    expect([code, out.includes('agreed (Ada, until 2026-01-05)')]).toEqual([0, true])
  })

  test.each([
    [
      'that has expired makes diff fail',
      `{ ${clause}, reason: agreed, owner: Ada, expires: 2026-01-04 }`,
      1,
      'expired on 2026-01-04',
    ],
    [
      'that matches no change makes diff fail',
      '{ fingerprint: abc, reason: agreed, owner: Ada, expires: 2026-02-01 }',
      1,
      'matches no change',
    ],
    [
      'without a reason is refused',
      `{ ${clause}, owner: Ada, expires: 2026-02-01 }`,
      2,
      '`reason` of an entry is missing',
    ],
    ['with an unknown key is refused', `{ ${clause}, until: 2026-02-01 }`, 2, 'unknown key `until`'],
    ['without a date is refused', `{ ${clause}, reason: agreed, owner: Ada, expires: soon }`, 2, 'not a date'],
  ])('%s', async (_title, entry, code, sentence) => {
    const ran = await waived(entry)
    expect([ran.code, (ran.out + ran.err).includes(sentence)]).toEqual([code, true])
  })
})

describe('diff refuses with exit code 2', () => {
  test('two documents of different APIs', async () => {
    const other =
      "openapi: 3.1.0\ninfo: { title: Rooms, version: '1' }\npaths: { /rooms: { get: { responses: { 200: { description: ok } } } } }\n"
    const { code, err } = await twoFiles(other)
    expect([code, err.includes('describe different APIs')]).toEqual([2, true])
  })

  test.each([
    ['a revision without the file', ['HEAD:specs/gone.yaml'], /HEAD has no file `specs\/gone\.yaml`/],
    ['an unknown revision', ['gone:openapi.yaml'], /knows no revision `gone`/],
    ['an argument that is no file, folder or revision', ['gone.yaml'], /neither a file nor a folder nor a revision/],
    ['a file and a folder', [FILE, 'specs'], /cannot be compared/],
  ])('%s', async (_title, args, sentence) => {
    const { code, err } = await inRepository(ORDERS, () => diff(...args))
    expect(code).toBe(2)
    expect(err).toMatch(sentence)
  })

  test('a shallow clone without the common commit; the message says how to fetch the commit', async () => {
    await inRepository(ORDERS, async () => {
      git('commit', '-q', '--allow-empty', '-m', 'second')
      git('checkout', '-q', '-b', 'change')
      git('commit', '-q', '--allow-empty', '-m', 'third')
      git('checkout', '-q', 'main')
      mkdirSync('clone')
      git('clone', '-q', '--depth', '1', '--no-single-branch', '-b', 'change', `file://${process.cwd()}`, 'clone')
      const back = process.cwd()
      process.chdir('clone')
      try {
        const { code, err } = await diff()
        expect([code, err.includes('fetch-depth: 0')]).toEqual([2, true])
      } finally {
        process.chdir(back)
        rmSync('clone', { recursive: true })
      }
    })
  })

  test('a folder that is not in a repository', async () => {
    const { code, err } = await inFolder({ [FILE]: ORDERS }, () => diff())
    expect([code, err.includes('not in a git repository')]).toEqual([2, true])
  })
})

describe('the format', () => {
  test('json lists each change with its rule, its level and the affected clauses', async () => {
    const { out } = await twoFiles(NARROWED, '--format', 'json')
    const { documents } = JSON.parse(out) as { documents: { verdict: string; changes: Record<string, unknown>[] }[] }
    expect(documents[0]?.verdict).toBe('failed')
    expect(documents[0]?.changes[0]).toMatchObject({
      rule: 'request-schema-narrowed',
      level: 'breaking',
      breaksFor: ['senders'],
      requires: 'major',
      clauses: ['PATCH /orders/{id} request body application/json /size'],
    })
  })

  test('markdown begins with an HTML comment that marks the text as output of diff', async () => {
    const { out } = await twoFiles(NARROWED, '--format', 'markdown')
    expect(out).toMatch(/^<!-- contract-gate diff -->\n\n## ❌ Orders: 1 breaking/)
  })

  test('github has one workflow command for each change and one workflow command for the verdict', async () => {
    const { out } = await twoFiles(NARROWED, '--format', 'github')
    const [change, verdict] = out.trimEnd().split('\n')
    expect(change).toMatch(/^::error file=new\.yaml,line=\d+,col=\d+,title=breaking%3A request-schema-narrowed::PATCH /)
    expect(verdict).toMatch(/^::error title=contract-gate diff%3A failed::1 breaking/)
  })

  test('sarif gives each change the position in the newer document', async () => {
    const { out } = await twoFiles(NARROWED, '--format', 'sarif')
    const { runs } = JSON.parse(out) as {
      runs: { results: { ruleId: string; level: string; locations: object[] }[] }[]
    }
    expect(runs[0]?.results[0]).toMatchObject({ ruleId: 'request-schema-narrowed', level: 'error' })
    expect(JSON.stringify(runs[0]?.results[0]?.locations)).toContain('"uri":"new.yaml"')
  })

  test('html escapes what the documents contain', async () => {
    const head = NARROWED.replace('enum: [small]', 'enum: [small, "<script>"]')
    const { out } = await twoFiles(head, '--format', 'html')
    expect(out).toContain('&lt;script&gt;')
    expect(out).not.toContain('<script>')
  })
})

import { lstatSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { baselineOf, entry, inWorkshop } from './baseline-run.ts'

const BOOKS = { '/books/count': {} }
const AUTHORS = {
  operation: 'countAuthors',
  clause: 'countAuthors/responses/200/content/application~1json/schema/required/count',
}

test('--baseline-update sets the day on which each failing entry was last seen, and keeps comments, reasons and the order', async () => {
  const text = `# Decided in the meeting of January.
${baselineOf(entry({ reason: "'waits: for release 4' # see ticket 12", owner: '"Ada"' }), '      # The authors are next.\n', entry(AUTHORS))}
# The end.
`
  await inWorkshop(async ({ gate, write, read }) => {
    write(text)
    const { err } = await gate({ ...BOOKS, '/authors/count': {} }, '--baseline-update')
    expect(err).toContain('baseline.yaml was updated: 0 new, 0 fixed\n')
    expect(read()).toBe(text.replaceAll('last-seen: 2026-01-05', 'last-seen: 2026-03-02'))
  })
})

test('a second --baseline-update on the same day does not change the file', async () => {
  await inWorkshop(async ({ gate, write, read }) => {
    const text = baselineOf(entry({ 'last-seen': '2026-03-02' }))
    write(text)
    await gate(BOOKS, '--baseline-update')
    expect(read()).toBe(text)
  })
})

test('--baseline-update turns an entry that no longer fails into a comment, and the next run passes', async () => {
  await inWorkshop(async ({ gate, write, read }) => {
    write(baselineOf('      # Ada looks into this.\n', entry(), '      # And Grace into this.\n', entry(AUTHORS)))
    const { code, err } = await gate({ '/authors/count': {} }, '--baseline-update')
    expect([code, err]).toEqual([1, expect.stringContaining('0 new, 1 fixed')])
    expect(read()).toContain('# Ada looks into this.')
    expect(read()).toContain('# And Grace into this.')
    expect(read()).toMatch(
      /# Fixed, 2026-03-02:\n +# - operation: countBooks\n( +#.*\n)* +# +reason: waits for release 4\n/,
    )
    expect((await gate({ '/authors/count': {} })).code).toBe(0)
    expect((await gate(BOOKS)).code).toBe(1)
  })
})

test('--baseline-update that turns the last entry into a comment leaves a file that the next run accepts', async () => {
  await inWorkshop(async ({ gate, write, read }) => {
    write(baselineOf(entry()))
    await gate({}, '--baseline-update')
    expect(read()).toContain('reason: waits for release 4')
    expect((await gate({})).code).toBe(0)
    const again = await gate(BOOKS, '--baseline-update')
    expect(again.err).toContain('1 new, 0 fixed')
    expect(read()).toMatch(/# +reason: waits for release 4(.|\n)*reason: ""/)
  })
})

test('--baseline-update keeps an entry with a YAML anchor, because another entry may refer to it', async () => {
  await inWorkshop(async ({ gate, write, read }) => {
    write(baselineOf(entry({ reason: '&why waits for release 4' }), entry({ ...AUTHORS, reason: '*why' })))
    const { code, err, run } = await gate({ '/authors/count': {} }, '--baseline-update')
    expect([code, err]).toEqual([1, expect.stringContaining('0 new, 0 fixed')])
    expect(run.because.join()).toContain('no longer fails: remove the entry')
    expect(read()).toContain('reason: &why waits for release 4')
  })
})

test('--baseline-update does not renew an entry that has expired', async () => {
  await inWorkshop(async ({ gate, write, read }) => {
    write(baselineOf(entry({ expires: '2026-02-01' })))
    expect((await gate(BOOKS, '--baseline-update')).code).toBe(1)
    expect(read()).toContain('expires: 2026-02-01')
    expect((await gate(BOOKS)).code).toBe(1)
  })
})

test('--baseline-update replaces the whole file at once, and follows a symbolic link', async () => {
  await inWorkshop(async ({ gate, write }) => {
    write(baselineOf(entry()))
    renameSync('baseline.yaml', 'real.yaml')
    symlinkSync('real.yaml', 'baseline.yaml')
    await gate(BOOKS, '--baseline-update')
    expect(lstatSync('baseline.yaml').isSymbolicLink()).toBe(true)
    expect(readFileSync('real.yaml', 'utf8')).toContain('last-seen: 2026-03-02')
    expect(readdirSync('.').filter((name) => name.endsWith('.draft'))).toEqual([])
  })
})

test.each([
  ['without a file', ['--baseline-update'], 'add --baseline FILE'],
  ['for a shard', ['--baseline', 'b.yaml', '--baseline-update', '--shard', '1/2'], 'to `contract-gate merge`'],
])('--baseline-update %s is refused', async (_title, args, next) => {
  const { runMain } = await import('../../support/run-main.ts')
  const { code, err } = await runMain(['gate', '--spec', 'x.yaml', ...args])
  expect([code, err]).toEqual([2, expect.stringContaining(next)])
})

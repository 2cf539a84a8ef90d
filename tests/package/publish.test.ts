import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

interface Job {
  readonly needs?: string
  readonly permissions?: object
  readonly strategy?: { readonly matrix: { readonly node: readonly string[] } }
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly env?: object }[]
}
const text = readFileSync('.github/workflows/publish.yml', 'utf8')
const { jobs, permissions } = parse(text) as { permissions: object; jobs: { check: Job; publish: Job } }
const lines = jobs.publish.steps.flatMap(({ run }) => run ?? [])

test('the release workflow ends by packing both packages and publishing them with provenance and without a token', () => {
  expect(lines.slice(-2)).toEqual([
    'npm run --silent tarballs -- packed',
    'for tarball in packed/*.tgz; do npm publish "$tarball" --provenance --access public; done',
  ])
  expect(lines).toContain('.ci/run')
  expect(jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' })
  expect(permissions).toEqual({ contents: 'read' })
  expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/)
})

test('before a release, the package is checked on the oldest supported Node and on 22, 24 and 26', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }
  expect(jobs.publish.needs).toBe('check')
  expect(jobs.check.strategy?.matrix.node).toEqual([engines.node.replace('>=', ''), '22', '24', '26'])
  expect(jobs.check.steps.at(-1)?.run).toBe('npx vitest run tests/package')
})

test('every action of the release workflow is pinned to a commit', () => {
  const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action)
  expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action ?? ''))).toEqual([])
})

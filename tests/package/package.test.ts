import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compile, contents, filesIn, folderFor, installed, lend, packed, run, type Tarballs } from './packed.ts'

/**
 * The paths of the Node binaries that test the package: the binary that runs this test, and those in the environment
 * variable OTHER_NODES, separated by `:`. CI does not set OTHER_NODES. It runs this file once on each version of Node.
 */
const NODES = [process.execPath, ...(process.env['OTHER_NODES'] ?? '').split(':').filter((path) => path !== '')]

/** The compiler options of a project for browsers. Such a project has no type definitions of Node. */
const WITHOUT_NODE = { types: [], lib: ['ES2022', 'DOM', 'DOM.Iterable'] }

/** The compiler options of a project that runs on Node, and of its tests. */
const WITH_NODE = { types: ['node'], lib: ['ES2023', 'DOM', 'DOM.Iterable'], resolveJsonModule: true, noEmit: true }

const EXAMPLES = 'tests/examples'
const folder = folderFor('package')
let tarballs: Tarballs = { full: '', client: '' }
let tarball = ''
let project = ''

beforeAll(async () => {
  tarballs = await packed(folder.path)
  tarball = tarballs.full
  project = await installed(folder.path, 'project', tarball)
}, 240_000)
afterAll(() => folder.remove())

const own = (...path: string[]): string => join(project, 'node_modules/appointment-contracts', ...path)
const manifest = (): Record<string, unknown> => JSON.parse(readFileSync(own('package.json'), 'utf8')) as never

describe('the tarball', () => {
  test('is smaller than 545 kB', () => {
    expect(statSync(tarball).size).toBeLessThan(545_000)
  })

  test('contains code, type definitions and documents, and no sources, tests or source maps', () => {
    const files = filesIn(own()).map((file) => file.slice(own().length + 1))
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(
      new Set(['LICENSE', 'README.md', 'dist', 'package.json', 'specs']),
    )
    expect(files.filter((file) => /\.map$|\.tsbuildinfo$|(?<!\.d)\.ts$|\.test\./.test(file))).toEqual([])
  })

  test('has at most 400 files and 1.6 MB unpacked', () => {
    const files = filesIn(own())
    expect(files.length).toBeLessThanOrEqual(400)
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(1_600_000)
  })

  test('has no scripts and no development dependencies in its manifest', () => {
    const keys = Object.keys(manifest())
    expect(keys).toContain('dependencies')
    expect(keys.filter((key) => /^(?:scripts|devDependencies|overrides|allowScripts)$/.test(key))).toEqual([])
    expect(existsSync(own('binding.gyp'))).toBe(false)
  })

  test('contains type definitions whose comments keep the lines of code examples and lists', () => {
    const declarations = readFileSync(own('dist/src/targets/scenario.d.ts'), 'utf8')
    expect(declarations).toMatch(/@example\n \* const taken = .*\n \* const lobbie = /)
    expect(readFileSync(own('dist/generated/lobbie/client.d.ts'), 'utf8')).toMatch(/\n \* - `200`: .*\n \* - `400`: /)
  })

  test('has a manifest with the Node version, the licence and `sideEffects: false`', () => {
    expect(manifest()).toMatchObject({ engines: { node: '>=20.19' }, sideEffects: false, license: 'MIT' })
    expect(readFileSync(own('LICENSE'), 'utf8')).toContain('MIT License')
  })

  test('has `types` as the first condition of every export, and exports only files that exist', () => {
    const { exports } = manifest() as { exports: Record<string, string | Record<string, string>> }
    for (const [door, target] of Object.entries(exports)) {
      if (door.includes('*')) continue
      const conditions = typeof target === 'string' ? { default: target } : target
      if (typeof target !== 'string')
        expect(
          Object.keys(target).filter((key) => key !== 'browser'),
          door,
        ).toEqual(['types', 'default'])
      for (const file of Object.values(conditions)) expect(existsSync(own(file)), file).toBe(true)
    }
  })

  test('passes the package linters publint and attw', async () => {
    const publint = await run(resolve('node_modules/.bin/publint'), ['run', own(), '--strict'], project, true)
    expect(`${publint.stdout}${publint.stderr}`).toMatch(/All good!/)
    expect(publint.code).toBe(0)
    const attw = await run(
      resolve('node_modules/.bin/attw'),
      [tarball, '--profile', 'esm-only', '--exclude-entrypoints', './report.schema.json', '--format', 'ascii'],
      project,
      true,
    )
    expect(attw.code, attw.stdout + attw.stderr).toBe(0)
  }, 60_000)
})

test('the package can be installed by npm in a project that has the newest vitest, msw, TypeScript and rolldown', async () => {
  const line = ['tests/package/install-matrix.mjs', '--resolve-only', '--only', 'vitest@5, msw@3', '--tarball', tarball]
  const ended = await run(process.execPath, line, '.', true)
  expect(ended.code, ended.stdout).toBe(0)
}, 60_000)

describe('the package without its optional peer dependencies', () => {
  test('installs at most 25 packages and 20 MB', () => {
    const { packages, bytes } = contents(project)
    expect(packages.length).toBeLessThanOrEqual(25)
    expect(bytes).toBeLessThanOrEqual(20_000_000)
  })

  test('lets a consumer compile with NodeNext in strict mode, and works on every available Node version', async () => {
    const said = await compile(project, 'client', { module: 'NodeNext', moduleResolution: 'NodeNext', ...WITHOUT_NODE })
    expect(said).toBe('')
    const line = "import('./out/client.js').then(({ done }) => process.stdout.write(done))"
    for (const node of NODES) expect((await run(node, ['-e', line], project)).stdout, node).toBe('200 409 200 418')
  }, 60_000)

  test('lets a consumer compile with the module resolution `bundler`', async () => {
    expect(await compile(project, 'client', { module: 'ESNext', moduleResolution: 'bundler', ...WITHOUT_NODE })).toBe(
      '',
    )
  }, 60_000)

  // Leaves out the first version of Node, because the test of the example workflow already runs the command on that
  // version.
  test.each(NODES.slice(1))(
    'runs the command contract-gate on %s',
    async (node) => {
      const ended = await run(node, [own('dist/cli/bin.js'), 'gate', '--target', 'sandbox'], project)
      expect(ended.stdout).toMatch(/lobbie on sandbox .* passed/)
    },
    60_000,
  )

  test('contains a sandbox with at least twenty faults, each available by its id', async () => {
    const asked = [own('dist/cli/bin.js'), 'sandbox', '--fault', 'no-such-fault']
    const { code, stderr } = await run(process.execPath, asked, project, true)
    const ids = stderr.match(/\b(?:lobbie|aniva)(?:-[a-z0-9]+)+/g) ?? []
    expect([code, ids.length >= 20]).toEqual([2, true])
    const line = `import('appointment-contracts/sandbox').then(({ createSandbox }) => {
      for (const fault of ${JSON.stringify(ids)}) createSandbox({ fault })
      process.stdout.write('made')
    })`
    expect((await run(process.execPath, ['-e', line], project)).stdout).toBe('made')
  }, 60_000)

  test('writes HTML pages whose scripts can be parsed', async () => {
    lend(project, 'redoc')
    const bin = own('dist/cli/bin.js')
    const gate = ['gate', '--api', 'lobbie', '--target', 'sandbox', '--format', 'html', '--report-dir', 'reports']
    await run(process.execPath, [bin, ...gate], project)
    await run(process.execPath, [bin, 'docs', '--out', 'site', '--report', 'reports/contract-report.json'], project)
    for (const file of ['reports/contract-report.html', 'site/lobbie.html']) {
      const page = readFileSync(join(project, file), 'utf8')
      // A `script` element with a `type` contains data. This data can contain the text of other scripts.
      const all = [...page.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)]
      const scripts = all.flatMap(([, type, text = '']) => (type === '' ? [text] : []))
      expect(scripts, file).not.toEqual([])
      for (const script of scripts) expect(() => new Script(script, { filename: file })).not.toThrow()
    }
  }, 60_000)

  test('prints how to install a package that a command needs but does not find', async () => {
    const line = [own('dist/cli/bin.js'), 'gate', '--api', 'aniva', '--target', 'mock', '--no-validate']
    const ended = await run(process.execPath, line, project, true)
    expect(ended.code).toBe(2)
    expect(ended.stdout + ended.stderr).toMatch(/npm install .*@stoplight\/prism-cli/)
  }, 60_000)
})

describe('the package of the clients', () => {
  let light = ''
  beforeAll(async () => {
    light = await installed(folder.path, 'light', tarballs.client)
  }, 60_000)

  test('installs at most 5 packages and 1 MB, and no package that only the gate needs', () => {
    const { packages, bytes } = contents(light)
    expect(packages).toEqual(expect.arrayContaining(['@appointment-contracts/client', 'openapi-fetch']))
    expect(packages.length).toBeLessThanOrEqual(5)
    expect(packages.filter((name) => /hono|cel|fast-check|commander|ajv|yaml|undici/.test(name))).toEqual([])
    expect(bytes).toBeLessThanOrEqual(1_000_000)
  })

  test('has the same version as the full package, no scripts, and only exports whose files exist', () => {
    const place = join(light, 'node_modules/@appointment-contracts/client')
    const own = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
      readonly exports: Record<string, string | Record<string, string>>
    }
    expect(own).toMatchObject({ version: manifest()['version'], engines: manifest()['engines'], license: 'MIT' })
    expect(Object.keys(own).filter((key) => /scripts|devDependencies/.test(key))).toEqual([])
    const files = Object.values(own.exports).flatMap((target) => Object.values(target))
    expect(files.filter((file) => file.startsWith('./') && !existsSync(join(place, file)))).toEqual([])
  })

  test.each([
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'bundler'],
  ])('compiles with the module %s and the module resolution %s, and works', async (module, moduleResolution) => {
    expect(await compile(light, 'light', { module, moduleResolution, ...WITHOUT_NODE })).toBe('')
    const line = "import('./out/light.js').then(({ done }) => process.stdout.write(done))"
    for (const node of NODES) expect((await run(node, ['-e', line], light)).stdout, node).toBe('409 418 true')
  })

  test('if both packages are installed, recognises errors that the full package throws', async () => {
    const both = join(folder.path, 'both')
    mkdirSync(join(both, 'node_modules'), { recursive: true })
    for (const [from, name] of [
      [project, 'appointment-contracts'],
      [light, '@appointment-contracts'],
    ] as const)
      symlinkSync(join(from, 'node_modules', name), join(both, 'node_modules', name))
    const line = `Promise.all([import('@appointment-contracts/client'), import('appointment-contracts/client')])
      .then(([light, full]) => {
        const error = new full.NetworkFailure('getThing', 'ECONNRESET')
        process.stdout.write([light.NetworkFailure === full.NetworkFailure, error instanceof light.NetworkFailure].join(' '))
      })`
    expect((await run(process.execPath, ['-e', line], both)).stdout).toBe('false true')
  }, 60_000)
})

describe('a bundle of a consumer', () => {
  test('that uses the client is smaller than 15 kB (minified and compressed), not counting openapi-fetch', async () => {
    for (const api of ['lobbie', 'aniva']) {
      const name = api === 'lobbie' ? 'createLobbieClient' : 'createAnivaClient'
      const code = await bundled(`export { ${name} } from 'appointment-contracts/${api}'`, ['openapi-fetch'])
      expect(gzipSync(code).length, api).toBeLessThan(15_000)
    }
  })

  test('that uses one validator is less than a quarter of the size of all validators', async () => {
    const one = await bundled("export { isAppointmentStatus } from 'appointment-contracts/lobbie'")
    const all = await bundled("export * from 'appointment-contracts/lobbie/validators'")
    expect(one.length).toBeLessThan(all.length / 4)
    expect(one).not.toMatch(/openapi-fetch|ajv/)
  })
})

describe('with vitest and msw', () => {
  beforeAll(() => lend(project, 'vitest', 'msw', '@types/node', 'undici-types'))

  // Uses `skipLibCheck`, because checking the type definitions of libraries takes long. Only the next test checks them.
  test('code that uses the test helpers and the engine compiles with the module resolution `bundler`', async () => {
    const options = { module: 'ESNext', moduleResolution: 'bundler', skipLibCheck: true, ...WITH_NODE }
    cpSync('tests/package/consumer/engine.ts', join(project, 'engine.ts'))
    expect(await compile(project, 'tests', options, ['engine.ts'])).toBe('')
  }, 60_000)

  // Compiles all this code as one program, because most of the text that the compiler reads is type definitions of
  // libraries.
  test('code that uses the engine, and the code in the README, docs/consumers.md and the examples, compiles with NodeNext', async () => {
    const [, section = ''] = /## For consumers\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? []
    const page = readFileSync('docs/consumers.md', 'utf8')
    const blocks = [...(section + page).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = '']) => text)
    expect(blocks.length).toBeGreaterThanOrEqual(8)
    blocks.forEach((text, index) => writeFileSync(join(project, `readme-${index}.ts`), `${text}\nexport {}\n`))
    const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith('.ts'))
    expect(examples.length).toBeGreaterThanOrEqual(3)
    for (const name of ['engine.ts', 'readme-globals.ts'])
      cpSync(join('tests/package/consumer', name), join(project, name))
    for (const name of examples) cpSync(join(EXAMPLES, name), join(project, name))
    const files = ['engine.ts', 'readme-globals.ts', ...[...blocks.keys()].map((index) => `readme-${index}.ts`)]
    const options = { module: 'NodeNext', moduleResolution: 'NodeNext', ...WITH_NODE }
    expect(await compile(project, 'tests', options, [...files, ...examples])).toBe('')
  }, 90_000)
})

describe('the examples', () => {
  let examples = ''
  beforeAll(() => {
    examples = join(folder.path, 'examples')
    cpSync(EXAMPLES, examples, { recursive: true })
    cpSync(join(project, 'package.json'), join(examples, 'package.json'))
    lend(project, 'vitest', 'msw')
    symlinkSync(join(project, 'node_modules'), join(examples, 'node_modules'))
  })

  test('contain tests that pass', async () => {
    const line = [
      resolve('node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=json',
      '--testTimeout=60000',
      '--root',
      examples,
    ]
    const ended = await run(process.execPath, line, examples, true)
    const report = JSON.parse(ended.stdout.slice(ended.stdout.indexOf('{'))) as Record<string, unknown>
    expect(report, ended.stderr).toMatchObject({ success: true, numFailedTests: 0 })
    expect(report['numTotalTestSuites']).toBeGreaterThanOrEqual(3)
    expect(report['numPassedTests']).toBeGreaterThan(40)
  }, 120_000)

  test('contain a workflow whose contract-gate commands succeed', async () => {
    const workflow = parse(readFileSync(join(EXAMPLES, 'contract-gate.yml'), 'utf8')) as {
      jobs: { gate: { steps: { run?: string }[] } }
    }
    const lines = workflow.jobs.gate.steps.flatMap((step) => (step.run?.startsWith('npx ') === true ? [step.run] : []))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect((await run('npx', line.split(' ').slice(1), examples)).code, line).toBe(0)
  }, 60_000)
})

async function bundled(text: string, external: string[] = []): Promise<string> {
  const entry = join(project, 'entry.js')
  writeFileSync(entry, text)
  const bundle = await rolldown({ input: entry, external, logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n')
}

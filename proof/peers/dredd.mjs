import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { down30 } from './documents.mjs'
import { command, NO_VERDICT } from './command.mjs'
import { testData } from './test-data.mjs'

/** Dredd tests every documented status. For each, a hook sends the request of the first scenario for that status. */
export const dredd = {
  name: 'Dredd',
  line: 'dredd openapi.json URL --hookfiles dredd-hooks.cjs',
  tuned: 'OpenAPI 3.0.3; hooks enable every status and send the request of its first scenario, with credentials',
  async install(folder) {
    const home = join(folder, 'dredd')
    if (!existsSync(join(home, 'node_modules/dredd'))) {
      mkdirSync(home, { recursive: true })
      await command('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, 'dredd'])
    }
    return JSON.parse(readFileSync(join(home, 'node_modules/dredd/package.json'), 'utf8')).version
  },
  async run({ api, server, folder, work }) {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    writeFileSync(join(work, 'openapi.json'), JSON.stringify(withOneExample(down30(api))))
    const data = await testData(api, server)
    const { code, out, milliseconds } = await command(
      process.execPath,
      [
        join(folder, 'dredd/node_modules/dredd/bin/dredd'),
        ...['openapi.json', server.url, '--hookfiles', join(import.meta.dirname, 'dredd-hooks.cjs'), '--no-color'],
      ],
      { cwd: work, env: { PEER_DATA: JSON.stringify(data), HTTPS_PROXY: 'http://127.0.0.1:9' } },
    )
    const findings = [...out.matchAll(/^fail: (.*?) duration:/gm)].map(([, name]) => name.replace(/\/\d[\d/a-z]*/i, ''))
    return { findings: findings.length === 0 && code !== 0 ? [NO_VERDICT] : [...new Set(findings)], milliseconds, out }
  },
}

/** Keeps the first example of each parameter and moves it to `example`, because Dredd does not read `examples`. */
function withOneExample(document) {
  const [[path, item]] = Object.entries(document.paths)
  const [[method, operation]] = Object.entries(item)
  const parameters = operation.parameters.map(({ examples, ...parameter }) => ({
    ...parameter,
    example: Object.values(examples)[0].value,
  }))
  return { ...document, paths: { [path]: { [method]: { ...operation, parameters } } } }
}

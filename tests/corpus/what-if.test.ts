import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { folderWith } from '../support/in-folder.ts'
import { runGate } from '../support/run-main.ts'
import { GALAXY } from './documents.ts'
import { planets } from './planets.ts'
import { serve } from './serve.ts'

function gapsOf({ runs }: Report): string[] {
  return (runs[0]?.whatIf?.gaps ?? []).flatMap(({ kind, places }) =>
    places.map(({ method, path, fields }) => `${kind}: ${method} ${path}: ${fields.join(', ')}`),
  )
}

/** Writes all changes that `--what-if` proposes to one overlay. Returns the path of the overlay. */
function closing({ runs }: Report): string {
  const folder = folderWith({})
  onTestFinished(folder.remove)
  const file = join(folder.path, 'closing.yaml')
  const actions = (runs[0]?.whatIf?.gaps ?? []).map(({ overlay }) => overlay).join('')
  writeFileSync(file, `overlay: 1.1.0\ninfo: { title: Closing, version: 1.0.0 }\nactions:\n${actions}`)
  return file
}

test('--what-if lists undetectable faults of the Scalar document; its proposed overlay makes one detectable', async () => {
  const paths = ['--path', '/planets', '--path', '/planets/{planetId}', '--plan', 'lean']
  const run = async (answers: ReturnType<typeof planets>, ...more: string[]) =>
    runGate(['--spec', GALAXY, ...paths, '--credential', 'bearerAuth=TOKEN', '-u', await serve(answers), ...more], {
      env: { TOKEN: 'let-me-in' },
    })
  const correct = await run(planets(), '--what-if')
  const overlay = closing(correct.report)
  const wrong = planets((planet) => ({ ...planet, id: Number(planet['id']) + 1000 }))
  const codes = [correct.code, (await run(planets(), '--overlay', overlay)).code]
  const only = ['--operation', 'getPlanet', '--param', 'planetId=1']
  codes.push((await run(wrong, ...only)).code, (await run(wrong, ...only, '--overlay', overlay)).code)
  expect({ codes, gaps: gapsOf(correct.report) }).toEqual({
    codes: [0, 0, 0, 1],
    gaps: [
      'sent-value: POST /planets: name, description, image',
      'sent-value: PUT /planets/{planetId}: name, description, image',
      'other-record: GET /planets/{planetId}: id',
      'other-record: PUT /planets/{planetId}: id',
      'repeated-record: GET /planets: id',
      'missing-property: GET /planets: data, meta',
    ],
  })
})

test('--what-if prints the text in docs/what-if.md; its proposed overlay lets the gate detect a wrong title', async () => {
  const folder = 'tests/known-servers/correct/express-todos'
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(file).href) as Promise<unknown>
  type Handler = (request: Request) => Response | Promise<Response>
  const { createServer } = (await load(`${folder}/server.mjs`)) as { createServer: () => Handler }
  const toolkit = (await load('tests/known-servers/serve.mjs')) as {
    serve: (handler: Handler) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>
  }
  const run = async (change: (body: string) => string, ...more: string[]) => {
    const handler = createServer()
    const served = await toolkit.serve(async (request) => {
      const isPut = request.method === 'PUT'
      const response = await handler(request)
      return isPut && response.ok ? new Response(change(await response.text()), response) : response
    })
    try {
      return await runGate(['--spec', `${folder}/openapi.yaml`, '-u', served.url, '--param', 'todoId=1', ...more])
    } finally {
      await served.close()
    }
  }
  const same = (body: string): string => body
  const wrong = (body: string): string => JSON.stringify({ ...(JSON.parse(body) as object), title: 'Something else' })
  const correct = await run(same, '--what-if')
  const overlay = closing(correct.report)
  const only = ['--operation', 'replaceTodo']
  const codes = [correct.code, (await run(wrong, ...only)).code, (await run(wrong, ...only, '--overlay', overlay)).code]
  expect(codes).toEqual([0, 0, 1])
  const [printed = ''] = /^What if:[^]*?(?=\n\n)/m.exec(correct.out) ?? []
  expect(readFileSync('docs/what-if.md', 'utf8')).toContain(printed)
})

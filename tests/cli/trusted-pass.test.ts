import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCli } from '../support/cli-process.ts'
import { folderWith, inFolder } from '../support/in-folder.ts'
import { runMain } from '../support/run-main.ts'

/** Returns a valid document. `schema` is the schema of the only property of its response. */
const documentWith = (schema: string, rule = ''): string => `
openapi: 3.1.0
info: { title: Names, version: '1' }
paths:
  /name:
    get:
      operationId: getName
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { type: object, ${rule}properties: { name: ${schema} } }
        '404': { description: none }
`

let url = ''
const server = createServer((request, response) => {
  if (request.method !== 'GET') {
    response.writeHead(405, { allow: 'GET' }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"name":"Ann"}')
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

/** Runs the gate on the test server, in a temporary folder with these files. */
function gate(files: Readonly<Record<string, string | undefined>>, ...options: string[]) {
  return inFolder(files, () => runMain(['gate', '--spec', 'names.yaml', '-u', url, ...options]))
}

describe('a document with a mistake', () => {
  test.each([
    ['an unknown type', '{ type: strng }'],
    ['a misspelt keyword', '{ type: string, maxLenght: 3 }'],
    ['an object instead of a list', '{ allOf: { type: string } }'],
    ['a number instead of a schema', '5'],
  ])('blocks the run if the mistake is %s', async (_name, schema) => {
    const { code, out } = await gate({ 'names.yaml': documentWith(schema) })
    expect(code).toBe(2)
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /The document is invalid, so a pass would prove nothing: names\.yaml:\d+/,
    )
  })

  test('does not block the run if the mistake only violates a convention', async () => {
    const named = documentWith('{ type: integer, maximum: 9223372036854775807, note: total }').replace(
      '/name:',
      '/name/:',
    )
    const { code, out } = await gate({ 'names.yaml': named.replace('type: integer, maximum', 'maximum') })
    expect([code, out]).toEqual([0, expect.stringContaining('PASSED')])
  })

  test('does not block the run with --no-validate', async () => {
    expect((await gate({ 'names.yaml': documentWith('{ type: strng }') }, '--no-validate')).code).toBe(0)
  })
})

describe('coverage', () => {
  const files = { 'names.yaml': documentWith('{ type: string }') }
  const because = async (...ran: Parameters<typeof gate>): Promise<[number, string]> => {
    const { code, out } = await gate(...ran)
    return [code, out.replaceAll(/\s+/g, ' ')]
  }

  test('below --min-coverage blocks the run, and the reason has the same percentage as the report', async () => {
    const [code, out] = await because(files, '--min-coverage', '100')
    expect(code).toBe(2)
    const [, figure = ''] =
      /coverage is ([\d.]+) % of the reachable clauses, and the policy requires 100 %/.exec(out) ?? []
    expect(out).toContain(` ${figure} %: `)
  })

  test('below the minimum in policy.yaml blocks the run; --min-coverage overrides that minimum', async () => {
    const withPolicy = { ...files, 'policy.yaml': 'coverage: { live: 100 }' }
    expect((await because(withPolicy))[0]).toBe(2)
    expect((await because(withPolicy, '--min-coverage', '10'))[0]).toBe(0)
  })

  test('does not block the run if no minimum is set', async () => {
    expect((await because(files))[0]).toBe(0)
  })
})

describe('a response that could not be checked', () => {
  const rule = "x-invariants: [{ id: first, rule: 'self.name < 5', message: the name is small }], "

  test('blocks the run if an invariant cannot be evaluated, and the reason names the invariant', async () => {
    const { code, out } = await gate({ 'names.yaml': documentWith('{ type: string }', rule) })
    expect(code).toBe(2)
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/The rule `first` \(names\.yaml:\d+:\d+\) could not be evaluated: /)
  })

  test('is reported as `status only` if its schema allows every value', async () => {
    const plain = documentWith('{}').replace(/schema: \{ type: object.*/, 'schema: {}')
    const { code, out } = await gate({ 'names.yaml': plain })
    expect([code, out]).toEqual([0, expect.stringContaining('status only')])
    expect((await gate({ 'names.yaml': documentWith('{ type: string }') })).out).not.toContain('status only')
  })
})

describe('an operation whose documented 2xx is never returned', () => {
  test.each([302, 304, 402, 423, 424, 451])('blocks the run if every response is a documented %i', async (status) => {
    const refusing = createServer((request, response) => {
      response.writeHead(request.method === 'GET' ? status : 405, { allow: 'GET' }).end()
    })
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`
    const document = documentWith('{ type: string }').replace("'404'", `'${status}'`)
    const { code, out } = await inFolder({ 'names.yaml': document }, () =>
      runMain(['gate', '--spec', 'names.yaml', '-u', base]),
    )
    refusing.close()
    expect(code).toBe(2)
    expect(out.replaceAll(/\s+/g, ' ')).toContain(`every response to a valid request of getName is ${status}`)
  })
})

test('writing a report file replaces a symbolic link of that name instead of following it', async () => {
  await inFolder({ 'names.yaml': documentWith('{ type: string }'), precious: 'precious' }, async (folder) => {
    mkdirSync('reports')
    symlinkSync(join(folder, 'precious'), 'reports/contract-report.json')
    expect((await runMain(['gate', '--spec', 'names.yaml', '-u', url])).code).toBe(0)
    expect(readFileSync('precious', 'utf8')).toBe('precious')
    expect(readFileSync('reports/contract-report.json', 'utf8')).toContain('"schemaVersion"')
  })
})

describe('a server without a readable response', () => {
  const files = { 'names.yaml': documentWith('{ type: string }') }
  const runAt = async (at: string): Promise<string> => {
    const { code, out } = await inFolder(files, () => runMain(['gate', '--spec', 'names.yaml', '-u', at]))
    expect(code).toBe(2)
    return out.replaceAll(/\s+/g, ' ')
  }

  test('is reported as not running if no process listens on its port', async () => {
    expect(await runAt('http://127.0.0.1:9')).toContain('Nothing responds at http://127.0.0.1:9: check that')
  })

  test('is reported as sending no readable response if it closes connections', async () => {
    const closing = createTcpServer((socket) => void socket.on('error', () => undefined).destroy())
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve))
    const out = await runAt(`http://127.0.0.1:${(closing.address() as AddressInfo).port}`)
    closing.close()
    expect(out).toContain('gave no readable response')
    expect(out).not.toContain('check that the server runs')
  })
})

test.each(['process.exit(0)', 'process.exit(1)'])(
  'a setup module that calls %s makes the gate exit 2',
  async (call) => {
    const folder = folderWith({ 'names.yaml': documentWith('{ type: string }'), 'setup.mjs': `${call}\n` })
    try {
      writeFileSync(join(folder.path, 'package.json'), '{}')
      const { code, out, err } = await startCli(['gate', '--spec', 'names.yaml', '-u', url, '--setup', 'setup.mjs'], {
        cwd: folder.path,
      }).ended
      expect(code).toBe(2)
      expect(out + err).toMatch(/process\.exit/)
    } finally {
      folder.remove()
    }
  },
)

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { down30 } from './documents.mjs'
import { command, mustRun, NO_VERDICT } from './command.mjs'
import { authorize, establish, testData } from './test-data.mjs'

const EVERYTHING = { state: 'appointment', with: {} }

/**
 * Specmatic, run twice. In the first run, it generates tests, and gets an example for each scenario that the server
 * refuses. In the second run, it gets an example for each scenario that the server accepts, and generates no tests: a
 * generated test would repeat an update of an appointment that has already changed. Each scenario has its own fixture.
 */
export const specmatic = {
  name: 'Specmatic',
  line: 'java -jar specmatic.jar test openapi.json --testBaseURL=URL --examples=FOLDER --timeout=30',
  tuned:
    'OpenAPI 3.0.3, run twice. First with SPECMATIC_GENERATIVE_TESTS=true: its resiliency tests (positive and negative), generated from one update that is undone before each request, with an external example for each scenario that is refused. Then, without generation, an example for each scenario that is accepted. Each example has credentials and a separate appointment. Left out, because Specmatic rejects such examples: scenarios without credentials, and scenarios whose body violates the schema but which are refused for another reason',
  async install(folder) {
    const home = join(folder, 'specmatic')
    if (!existsSync(join(home, 'node_modules/specmatic'))) {
      mkdirSync(home, { recursive: true })
      await command('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, 'specmatic'])
    }
    await mustRun('java', ['-version'])
    return JSON.parse(readFileSync(join(home, 'node_modules/specmatic/package.json'), 'utf8')).version
  },
  async run({ api, server, folder, work, isTimed = true }) {
    rmSync(work, { recursive: true, force: true })
    const document = down30(api)
    const answers = shownAnswers(document)
    const write = (kind, name, example) =>
      writeFileSync(join(work, kind, `${name}.json`), JSON.stringify(exampleOf(example, answers)))
    for (const kind of ['generated', 'accepted']) mkdirSync(join(work, kind), { recursive: true })
    writeFileSync(join(work, 'openapi.json'), JSON.stringify(withoutExamples(document)))
    for (const each of await testData(api, server)) {
      // Skips scenarios without a credential, and scenarios with an invalid body. Their requests do not conform to the
      // document. Specmatic rejects such examples, and sends similar requests itself.
      if (Object.keys(each.headers).length === 0 || /^(?:bad|invalid)-body/.test(each.id)) continue
      write(each.status === '200' ? 'accepted' : 'generated', `${each.status}-${each.id}`, each)
    }
    write('generated', '200-everything', await everything(api, server))
    server.renew(api, EVERYTHING, 'everything')
    const options = isTimed ? [] : quickStart(join(folder, 'specmatic.jsa'))
    const asked = { jar: join(folder, 'specmatic/node_modules/specmatic/specmatic.jar'), options, server, work }
    const runs = [await test(asked, 'generated'), await test(asked, 'accepted')]
    return {
      findings: [...new Set(runs.flatMap(({ findings }) => findings))],
      milliseconds: runs.reduce((sum, run) => sum + run.milliseconds, 0),
      out: runs.map(({ out }) => out).join(''),
    }
  },
}

/**
 * Options that make the Java virtual machine start in less processor time. They do not change what Specmatic does, and
 * are not used when time is measured. The first run writes the archive of classes, and later runs read it.
 */
function quickStart(archive) {
  const use = existsSync(archive) ? 'SharedArchiveFile' : 'ArchiveClassesAtExit'
  return ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', `-XX:${use}=${archive}`]
}

async function test({ jar, options, server, work }, kind) {
  const { code, out, milliseconds } = await command(
    'java',
    [
      ...[...options, '-Dhttps.proxyHost=127.0.0.1', '-Dhttps.proxyPort=9', '-jar', jar, 'test', 'openapi.json'],
      ...[`--testBaseURL=${server.url}`, `--examples=${kind}`, '--timeout=30'],
    ],
    {
      cwd: work,
      env: { SPECMATIC_GENERATIVE_TESTS: String(kind === 'generated'), SPECMATIC_DISABLE_TELEMETRY: 'true' },
    },
  )
  // Names of tests are normalized, because in some runs Specmatic adds the omitted keys to the name of a test.
  const findings = [...out.matchAll(/"((?:[+-]ve {2})? ?Scenario: .*?) FAILED"/gs)].map(([, name]) =>
    name.replaceAll(/\s+/g, ' ').replace(/contains (all the|only the mandatory) keys( AND )?/, ''),
  )
  return { findings: findings.length === 0 && code !== 0 ? [NO_VERDICT] : findings, milliseconds, out }
}

/** Removes the examples of the document, which name appointments that do not exist. */
function withoutExamples(value) {
  if (Array.isArray(value)) return value.map(withoutExamples)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      key === 'examples' || key === 'example' ? [] : [[key, withoutExamples(member)]],
    ),
  )
}

/**
 * Returns the documented example of a response for each status, because Specmatic requires a response in each of its
 * examples.
 */
function shownAnswers(document) {
  const [item] = Object.values(document.paths)
  const [operation] = Object.values(item)
  return Object.fromEntries(
    Object.entries(operation.responses).map(([status, response]) => {
      const [type] = Object.values(response.content)
      const [example] = Object.values(type.examples)
      const headers = Object.fromEntries(
        Object.entries(response.headers ?? {}).map(([name, header]) => [name, Object.values(header.examples)[0].value]),
      )
      return [status, { body: example.value, headers }]
    }),
  )
}

function exampleOf({ method, path, headers, body, status }, answers) {
  const answer = answers[status]
  return {
    'http-request': { method, path, headers: { 'Content-Type': 'application/json', ...named(headers) }, body },
    'http-response': {
      status: Number(status),
      headers: { 'Content-Type': 'application/json', ...answer.headers },
      body: answer.body,
    },
  }
}

/** Returns an update that sends every field and can be repeated any number of times. */
async function everything(api, server) {
  const { path, values, credentials } = await establish(api, server, EVERYTHING, 'everything')
  const headers = await authorize(api, server, credentials.partner, 'partner')
  const [practitionerId, startTime] = [values.practitionerId?.[0], values.startTime?.[0]]
  return api === 'lobbie'
    ? {
        ...{ method: 'PUT', status: '200', headers },
        path: `/partner/v2/account/${path.accountId}/location/${path.locationId}/appointment/${path.appointmentId}`,
        body: { note: 'Bring the referral letter', practitionerId, startTime, status: 'SCHEDULED' },
      }
    : {
        ...{ method: 'PATCH', status: '200', headers },
        path: `/api/v1/appointments/${path.id}`,
        body: { scheduled_at: values.scheduled_at[0], location_id: values.location_id[0] },
      }
}

function named(headers) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name === 'authorization' ? 'Authorization' : name, value]),
  )
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { down30 } from './documents.mjs'
import { command } from './command.mjs'
import { authorize, establish, testData } from './test-data.mjs'

const EVERYTHING = { state: 'appointment', with: {} }

/** Specmatic: generative tests beside one external example for every recipe of the document, each with its own island. */
export const specmatic = {
  name: 'Specmatic',
  hasSeeds: false,
  tuned:
    'OpenAPI 3.0.3, resiliency tests for all (positive and negative), one external example for each recipe with credentials and an appointment of its own, the one that is updated set back before each request',
  async install(folder) {
    const home = join(folder, 'specmatic')
    if (!existsSync(join(home, 'node_modules/specmatic'))) {
      mkdirSync(home, { recursive: true })
      await command('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, 'specmatic'])
    }
    return JSON.parse(readFileSync(join(home, 'node_modules/specmatic/package.json'), 'utf8')).version
  },
  async run({ api, server, folder, work }) {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(join(work, 'examples'), { recursive: true })
    const document = down30(api)
    writeFileSync(join(work, 'openapi.json'), JSON.stringify(withoutExamples(document)))
    const data = await testData(api, server)
    const answers = shownAnswers(document)
    for (const each of data) {
      // Without a credential the request is not one of the document; it sends such requests by itself.
      if (Object.keys(each.headers).length === 0) continue
      // What is accepted is varied by itself, from one example with every field.
      if (each.status === '200') continue
      writeFileSync(join(work, 'examples', `${each.status}-${each.id}.json`), JSON.stringify(exampleOf(each, answers)))
    }
    writeFileSync(
      join(work, 'examples', '200-everything.json'),
      JSON.stringify(exampleOf(await everything(api, server), answers)),
    )
    server.renew(api, EVERYTHING, 'everything')
    const jar = join(folder, 'specmatic/node_modules/specmatic/specmatic.jar')
    const { code, out, milliseconds } = await command(
      'java',
      [
        ...['-Dhttps.proxyHost=127.0.0.1', '-Dhttps.proxyPort=9', '-jar', jar, 'test', 'openapi.json'],
        ...[`--testBaseURL=${server.url}`, '--examples=examples', '--timeout=30'],
      ],
      { cwd: work, env: { SPECMATIC_GENERATIVE_TESTS: 'true', SPECMATIC_DISABLE_TELEMETRY: 'true' } },
    )
    // Whether it leaves keys out differs from run to run; what is wrong with a value of one field does not.
    const told = [...out.matchAll(/"([+-]ve  Scenario: .*?) FAILED"/gs)].map(([, name]) =>
      name.replaceAll(/\s+/g, ' ').replace(/contains (all the|only the mandatory) keys( AND )?/, ''),
    )
    return { told: told.length === 0 && code !== 0 ? ['it could not run'] : [...new Set(told)], milliseconds, out }
  },
}

/** Without the examples of the document itself, which are of no appointment that is there. */
function withoutExamples(value) {
  if (Array.isArray(value)) return value.map(withoutExamples)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      key === 'examples' || key === 'example' ? [] : [[key, withoutExamples(member)]],
    ),
  )
}

/** By status, what the document shows as an answer: an example has to have one. */
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

/** An update with every field, which may be repeated as often as one likes. */
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

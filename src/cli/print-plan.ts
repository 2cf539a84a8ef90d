import type { Case } from '../cases/case.ts'
import { readDocument } from '../document/read-document.ts'
import { listClauses } from '../clauses/list-clauses.ts'
import { openCredentials } from '../exchanges/credentials.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import type { TargetKind } from '../operations/annotations.ts'
import { planRun } from '../run/run-contract.ts'
import { previewRequest, setScene } from '../run/carry-out.ts'
import { DEFAULT_NOW, runClock } from '../run/run-clock.ts'
import { chooseApis, type Api } from './apis.ts'
import type { GateOptions } from './gate-options.ts'
import { targetOf } from '../targets/targets.ts'
import { chooseOperations } from './run-gate.ts'

/** The plan of every api and target that was asked for, as text: same options and documents, same bytes. */
export async function printPlans(options: GateOptions): Promise<string> {
  const texts: string[] = []
  for (const api of chooseApis(options.api)) {
    for (const kind of options.target) {
      texts.push(await printPlan(api, kind, options))
    }
  }
  return texts.join('\n')
}

async function printPlan(api: Api, kind: TargetKind, options: GateOptions): Promise<string> {
  const document = readDocument(api.document)
  const operations = chooseOperations(document, options.operation)
  const now = options.now ?? DEFAULT_NOW
  const target = targetOf(kind, options.baseUrl).plan({ api: api.name, document, now, seed: options.seed })
  const plan = planRun({ operations, target, seed: options.seed, parameters: {}, filter: () => true })
  const clauses = operations.flatMap((operation) => listClauses(operation))
  const head = [
    `${api.name} on ${target.name}: ${plan.cases.length} cases for ${clauses.length} clauses, seed ${options.seed}, now ${now}`,
    ...(plan.hidden.length === 0
      ? []
      : [`${plan.hidden.length} more are not sent, because a ${target.name} cannot show them`]),
  ]
  const context = {
    target,
    clock: runClock(now, () => 0),
    credentials: openCredentials({ baseUrl: target.baseUrl, elapsed: () => 0 }),
  }
  const shown: string[] = []
  for (const aCase of plan.cases) {
    const scene = await setScene(aCase, context)
    const request = 'kind' in scene ? undefined : await previewRequest(aCase, scene, context)
    shown.push(printCase(aCase, request))
  }
  const hidden = plan.hidden.map((each) => `- ${each.case.path}\n    not sent: ${each.because}`)
  return `${[...head, '', ...shown, ...hidden].join('\n')}\n`
}

function printCase(aCase: Case, request: RawRequest | undefined): string {
  const { path, title, expect, as, proves } = aCase
  const lines = [
    `+ ${path}`,
    `    ${title}`,
    `    expects  ${expectation(expect)}${as === 'partner' ? '' : `, as ${as}`}`,
  ]
  if (proves.length > 0) lines.push(`    proves   ${proves.join('\n             ')}`)
  if (request !== undefined) {
    lines.push(`    sends    ${request.method} ${request.target}`)
    for (const [name, value] of request.headers) {
      const isSecret = isCredential(aCase, name)
      lines.push(`             ${name}: ${isSecret ? '(credentials)' : value}`)
    }
    if (request.body !== undefined) lines.push(`             ${Buffer.from(request.body).toString()}`)
  }
  return lines.join('\n')
}

/** Credentials differ from run to run; a plan shows only where they go. */
function isCredential({ operation }: Case, header: string): boolean {
  const names = operation.security.flatMap(({ schemes }) =>
    schemes.map(({ in: place, parameter = '' }) => (place === 'header' ? parameter.toLowerCase() : 'authorization')),
  )
  return [...names, 'cookie'].includes(header.toLowerCase())
}

function expectation(expect: Case['expect']): string {
  switch (expect.kind) {
    case 'status':
      return [expect.status, ...expect.accept].join(' or ')
    case 'locked-out':
      return expect.statuses.join(' or ')
    case 'accepted':
      return 'a documented 2xx'
    case 'refused':
      return 'a documented refusal'
    case 'documented':
      return 'a documented status, not 5xx'
    case 'unsupported-method':
      return 'no 2xx'
  }
}

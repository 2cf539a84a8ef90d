import type { ClientPlan } from '../client-plan.ts'
import { hasMiddleware, headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { camelCase, pascalCase } from '../identifiers.ts'
import { RUNTIME } from './client.ts'

/** Generates `index.ts`, the module that consumers of an API import. */
export function emitIndex(api: Api, plan: ClientPlan): GeneratedFile {
  const own = pascalCase(api.name)
  const types = [
    `${own}Client`,
    `${own}ClientOptions`,
    ...plan.methods.flatMap(({ base, parameters }) => [
      `${base}Answer`,
      ...(parameters.some(({ name }) => name === 'path') ? [`${base}Path`] : []),
    ]),
  ]
  const text = `export {
  create${own}Client,${hasMiddleware(api) ? `\n  create${own}Middleware,` : ''}
  ${camelCase(api.name)}Contract,${types.map((name) => `\n  type ${name},`).join('')}
} from './client.ts'
export { ${camelCase(api.name)}Scenarios } from './scenarios.ts'
export type * from './types.ts'
export * from './validators.js'
export type { CallOptions } from '${RUNTIME}/client.ts'
export {
  ClientError,
  ContractViolation,
  CredentialsFailure,
  NetworkFailure,
  OutOfTime,
  RequestRefused,
  ServerUnavailable,
} from '${RUNTIME}/errors.ts'
export { expectStatus, UnexpectedStatus, unwrap } from '${RUNTIME}/expect-status.ts'
`
  return { path: `${api.name}/index.ts`, text: headerFor(api) + text }
}

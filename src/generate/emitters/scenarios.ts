import type { ClientPlan, PlannedMethod } from '../client-plan.ts'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { camelCase, pascalCase } from '../identifiers.ts'
import { RUNTIME } from './client.ts'

/** Generates a list of scenario ids with their statuses, for the tests of consumers. */
export function emitScenarios(api: Api, plan: ClientPlan): GeneratedFile {
  const own = pascalCase(api.name)
  const scenarios = plan.methods.flatMap(({ operation }) => operation.scenarios)
  const name = `${camelCase(api.name)}Scenarios`
  const statuses = scenarios
    .filter(({ status }) => /^\d{3}$/.test(status))
    .map(({ id, status }) => `  ${JSON.stringify(id)}: ${status},`)
  const path = typesOf(plan, 'path')
  const body = typesOf(plan, 'body')
  const imports = [
    ...new Set(
      [...path, ...body].flatMap((type) => /^(?!Blob$)[\p{ID_Start}$][\p{ID_Continue}$]*$/u.exec(type)?.[0] ?? []),
    ),
  ]
  const fromClient = imports.filter((name) => path.includes(name))
  const fromTypes = imports.filter((name) => body.includes(name))
  if ([...path, ...body].some((type) => type.includes('paths['))) fromTypes.push('paths')
  const text = [
    `import type { ScenarioBook } from '${RUNTIME}/scenario-book.ts'`,
    ...(fromClient.length > 0 ? [`import type { ${fromClient.join(', ')} } from './client.ts'`] : []),
    ...(fromTypes.length > 0 ? [`import type { ${fromTypes.join(', ')} } from './types.ts'`] : []),
    '',
    `const statuses = {${statuses.map((line) => `\n${line}`).join('')}${statuses.length > 0 ? '\n' : ''}} as const`,
    '',
    `/** The scenarios of ${own} and their statuses: \`prepareScenario(sandbox, ${name}, …)\`. */`,
    `export const ${name}: ScenarioBook<typeof statuses, ${path.join(' | ') || 'undefined'}, ${body.join(' | ') || 'undefined'}> = {`,
    `  api: ${JSON.stringify(api.name)},`,
    `  statuses,`,
    `}`,
    '',
  ]
  return { path: `${api.name}/scenarios.ts`, text: headerFor(api) + text.join('\n') }
}

function typesOf({ methods }: ClientPlan, place: 'path' | 'body'): string[] {
  const typeOf = ({ parameters }: PlannedMethod): string[] =>
    parameters.filter(({ name }) => name === place).map(({ type }) => type)
  return [...new Set(methods.flatMap(typeOf))]
}

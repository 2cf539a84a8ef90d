import { valueAt } from '../../document/json-pointer.ts'
import { asObject, isObject } from '../../json.ts'
import type { Operation, SecurityScheme } from '../../operations/operation.ts'
import type { Neighbours, StateUse } from '../neighbours/neighbours.ts'

/** The text of new live settings, and the environment variables in it. */
export interface LiveSectionText {
  /** The text, not indented. It begins with `live:`. */
  readonly section: string
  readonly variables: readonly string[]
}

/**
 * Writes the live settings of an API, with comments for the user. The host in the text does not exist, so no request is
 * sent before the user edits it.
 */
export function liveSectionText(
  api: string,
  operations: readonly Operation[],
  { connection, states }: Neighbours,
): LiveSectionText {
  const { tokenUrl, scope, headers = {}, path = [], given = {} } = connection
  const credentials = credentialsOf(api, operations)
  const gateway = Object.entries(headers).map(([name, source]) => ({ name, source, variable: variableFor(api, name) }))
  const created = [...states.values()].find(({ create }) => create !== undefined)?.create
  const lines = [
    'live:',
    '  # sandbox, or production with `agreed: { by: a name at the vendor, on: 2026-01-05 }`: the gate cannot see which it is.',
    '  environment: sandbox',
    `  # The host that the vendor gave you. Requests go to this host${tokenUrl === undefined ? '' : ' and that of tokenUrl'}, and nowhere else.`,
    '  baseUrl: https://ask-the-vendor.invalid',
    ...(tokenUrl === undefined ? [] : [`  tokenUrl: https://ask-the-vendor.invalid${tokenUrl}`]),
    ...(scope === undefined ? [] : [`  scope: ${scope} # as the vendor gave it`]),
    '  # Names of environment variables. Put the values into a file that git ignores, and run with `node --env-file`.',
    '  credentials:',
    ...credentials.map(({ scheme, variables }) => `    ${scheme}: ${variables}`),
    ...(gateway.length === 0 ? [] : ['  headers:']),
    ...gateway.map(({ name, source, variable }) => `    ${name}: { variable: ${variable}, source: ${source} }`),
    ...(path.length === 0 ? [] : [`  # Path parameters of all fixtures.`, '  # path:']),
    ...path.map((name) => `  #   ${name}: …`),
    ...(created === undefined || created.needs.length === 0
      ? []
      : [
          '  # With these values, a run creates the objects that it needs and cancels them at the end. Not on production.',
          '  # create:',
        ]),
    ...(created?.needs ?? []).map((name) => `  #   ${name}: …`),
    ...(Object.keys(given).length === 0
      ? []
      : [
          '  # Facts that the gate cannot read from the server. With each fact that you add, the gate can judge more cases.',
          '  # given:',
        ]),
    ...Object.entries(given).map(([name, meaning]) => `  #   ${name}: … # ${meaning}`),
    ...valueLines(operations, states),
    `  # Objects that a run may use; \`contract-gate live list ${api}\` prints ids. use: changeable (changed and restored),`,
    '  # sacrificial (may end in a state that cannot be undone) or fixed (gets only requests that must be refused).',
    '  # fixtures:',
    ...[...states].flatMap(([name, use], index) => fixtureLines(name, use, path, index === 0)),
    '',
  ]
  const variables = [...credentials.flatMap(({ names }) => names), ...gateway.map(({ variable }) => variable)]
  return { section: lines.join('\n'), variables }
}

/** Lists the request fields for which the user must give values that the server accepts. */
function valueLines(operations: readonly Operation[], states: Neighbours['states']): string[] {
  const lines = [...states].flatMap(([name, use]) => {
    const gives = operations.find((operation) => operation.states.has(name))?.states.get(name)?.gives
    const values = gives === undefined ? undefined : valueAt(gives, '/properties/values/properties')
    return Object.entries(asObject(values))
      .filter(([field]) => !use.values.has(field))
      .map(([field, each]) => `  #   ${field}: […]${isObject(each) ? ` # ${String(each['description'])}` : ''}`)
  })
  return lines.length === 0
    ? []
    : ['  # Values that the server accepts in request fields. May contain $time literals.', '  # values:', ...lines]
}

function fixtureLines(
  state: string,
  { address, zones }: StateUse,
  shared: readonly string[],
  isFirst: boolean,
): string[] {
  const own = address.filter((key) => !shared.includes(key)).map((key) => `${key}: …`)
  return [
    `  #   ${isFirst ? 'routine' : state}:`,
    `  #     state: ${state}`,
    ...(isFirst ? ['  #     use: changeable'] : []),
    ...(own.length === 0 ? [] : [`  #     path: { ${own.join(', ')} }`]),
    ...(zones.length === 0 ? [] : [`  #     with: { ${zones.map((zone) => `${zone}: America/New_York`).join(', ')} }`]),
    ...(isFirst ? [`  #     bystander: { ${own.join(', ')} } # an object that must not change`] : []),
  ]
}

interface CredentialLine {
  readonly scheme: string
  readonly names: readonly string[]
  readonly variables: string
}

function credentialsOf(api: string, operations: readonly Operation[]): CredentialLine[] {
  const schemes = new Map<string, SecurityScheme>()
  for (const { security } of operations) {
    for (const scheme of security.flatMap((requirement) => requirement.schemes)) schemes.set(scheme.name, scheme)
  }
  return [...schemes.values()].map((scheme) => {
    const names = namesOf(api, scheme)
    return { scheme: scheme.name, names, variables: names.length === 1 ? (names[0] ?? '') : `[${names.join(', ')}]` }
  })
}

function namesOf(api: string, { type, scheme, tokenUrl }: SecurityScheme): string[] {
  if (type === 'oauth2' && tokenUrl !== undefined)
    return [variableFor(api, 'client-id'), variableFor(api, 'client-secret')]
  if (type === 'http' && scheme === 'basic') return [variableFor(api, 'user'), variableFor(api, 'password')]
  return [variableFor(api, type === 'apiKey' ? 'api-key' : 'token')]
}

/** Returns the name of an environment variable: `ORDERS_X_API_KEY` for the API `orders` and the header `x-api-key`. */
function variableFor(api: string, name: string): string {
  return `${api}_${name}`.toUpperCase().replaceAll(/\W+/g, '_')
}

import { stringify } from 'yaml'

/** Settings that the user must add: values of path parameters, and credentials. */
export interface Unknowns {
  readonly parameters: readonly string[]
  readonly schemes: readonly string[]
}

/** Returns the text of a new `contract.config.yaml`. Settings that only the user knows are written as comments. */
export function configText(
  spec: string,
  { parameters: names, schemes }: Unknowns,
  baseUrl: string | undefined,
): string {
  return [
    '# Options of `contract-gate gate`, by their long names. The command line overrides them.',
    stringify({ spec, ...(baseUrl === undefined ? {} : { 'base-url': baseUrl }) }).trimEnd(),
    ...(baseUrl === undefined
      ? [
          '# The server that is tested. Without it, a mock of the document is tested.',
          '# base-url: http://localhost:3000',
        ]
      : []),
    ...(schemes.length === 0
      ? []
      : [
          '# Environment variables with the credentials; KEY or CLIENT_ID:CLIENT_SECRET.',
          '# credential:',
          ...schemes.map((name) => `#   - ${name}=${variableFor(name)}`),
        ]),
    ...(names.length === 0
      ? []
      : ['# Ids that exist on the server.', '# param:', ...names.map((name) => `#   - ${name}=…`)]),
    '',
  ].join('\n')
}

function variableFor(scheme: string): string {
  const name = scheme
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/\W+/g, '_')
    .toUpperCase()
  return /^[A-Z_]/.test(name) ? name : `KEY_${name}`
}

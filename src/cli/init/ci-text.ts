/** The file that `init` writes for each CI system. */
export const CI_FILES = { github: '.github/workflows/contract.yml', gitlab: 'contract.gitlab-ci.yml' } as const

/** The values that `init` inserts into a CI file. */
export interface CiInput {
  /** Name and version of this package, such as `contract@1.0.0`. */
  readonly packageSpec: string
  /** The URL of the tested server. If the URL is undefined, a mock is tested. */
  readonly baseUrl: string | undefined
}

/** Returns the text of a CI file that runs the gate with `contract.config.yaml`. */
export function ciText(ci: keyof typeof CI_FILES, { packageSpec, baseUrl }: CiInput): string {
  const mock = baseUrl === undefined ? ' -p @stoplight/prism-cli@5.14.2' : ''
  const gate = `npx --yes -p ${packageSpec}${mock} contract-gate gate --format html`
  const start = baseUrl === undefined ? [] : [`# Start the server here if it does not run at ${baseUrl} yet.`]
  return `${(ci === 'github' ? github(gate, start) : gitlab(gate, start)).join('\n')}\n`
}

function github(gate: string, start: readonly string[]): string[] {
  return [
    'name: contract',
    'on: [pull_request]',
    'permissions: { contents: read }',
    'jobs:',
    '  gate:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
    '      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
    "        with: { node-version: '24' }",
    ...start.map((line) => `      ${line}`),
    `      - run: ${gate} --format github`,
    '      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2',
    '        if: always()',
    '        with: { name: contract, path: reports/ }',
  ]
}

function gitlab(gate: string, start: readonly string[]): string[] {
  return [
    'contract:',
    '  image: node:24',
    '  script:',
    ...start.map((line) => `    ${line}`),
    `    - ${gate}`,
    '  artifacts:',
    '    when: always',
    '    paths: [reports/]',
    '    reports: { junit: reports/junit.xml }',
  ]
}

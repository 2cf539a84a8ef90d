/** The compared generators: packages, configuration, and the command that generates code into the folder `generated`. */
export const CLIENTS = [
  {
    ...{ name: 'ours', title: 'this package', source: '@appointment-contracts/client' },
    ...{ production: ['TARBALL'], development: [], files: {}, generate: [] },
  },
  {
    ...{ name: 'openapi-fetch', title: 'openapi-fetch', source: 'openapi-fetch' },
    production: ['openapi-fetch@0.17.0'],
    development: ['openapi-typescript@7.13.0', 'typescript@5.9'],
    files: {},
    generate: ['openapi-typescript', 'openapi.yaml', '-o', 'generated/types.ts'],
  },
  {
    ...{ name: 'ts-rest', title: 'ts-rest', source: '@ts-rest/core' },
    production: ['@ts-rest/core@3.52.1', 'zod@3'],
    ...{ development: [], files: {}, generate: [] },
  },
  {
    ...{ name: 'orval', title: 'orval', source: 'orval' },
    production: [],
    development: ['orval@8.38.0'],
    files: {
      'orval.config.mjs': `const override = { mutator: { path: './orval.ts', name: 'mutator' } }
export default {
  lobbie: { input: 'openapi.yaml', output: { target: 'generated/api.ts', client: 'fetch', override } },
}`,
      'orval.ts':
        'export const mutator = async <Answer>(url: string, init: RequestInit): Promise<Answer> => fetch(url, init) as Answer',
    },
    generate: ['orval', '--config', 'orval.config.mjs'],
  },
  {
    ...{ name: 'hey-api', title: 'hey-api', source: '@hey-api/openapi-ts' },
    production: ['zod@4'],
    development: ['@hey-api/openapi-ts@0.99.0', 'typescript@5.9'],
    files: {
      'openapi-ts.config.mjs': `export default {
  input: 'openapi.yaml',
  output: 'generated',
  plugins: ['@hey-api/client-fetch', { name: 'zod', dates: { offset: true } }, { name: '@hey-api/sdk', validator: true }],
}`,
    },
    generate: ['openapi-ts', '-f', 'openapi-ts.config.mjs'],
  },
]

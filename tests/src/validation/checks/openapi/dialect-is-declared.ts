import { orders, type CheckExample } from '../../list-findings.ts'

export const dialectIsDeclared: readonly CheckExample[] = [
  {
    fact: 'the dialect of OpenAPI itself is one that schemas are judged by',
    text: orders(['https://json-schema.org/draft/2020-12/schema', 'https://spec.openapis.org/oas/3.1/dialect/base']),
    told: [],
  },
  {
    fact: 'a document of ours without a dialect is told',
    text: orders([
      `jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
`,
      '',
    ]),
    told: ['error dialect_is_declared: openapi: 3.1.0'],
  },
  {
    fact: 'a schema that declares a dialect of its own is told, once',
    text: orders([
      '    Error:\n      description: What went wrong.',
      '    Error:\n      $schema: http://json-schema.org/draft-07/schema#\n      description: What went wrong.',
    ]),
    told: ['error dialect_is_declared: $schema: http://json-schema.org/draft-07/schema#'],
  },
  {
    fact: 'a dialect that schemas are not judged by is told',
    text: orders(['https://json-schema.org/draft/2020-12/schema', 'http://json-schema.org/draft-07/schema#']),
    told: ['error dialect_is_declared: jsonSchemaDialect: http://json-schema.org/draft-07/schema#'],
  },
]

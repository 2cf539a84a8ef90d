import { orders, type CheckExample } from '../../list-findings.ts'

export const dialectIsDeclared: readonly CheckExample[] = [
  {
    title: 'accepts the dialect of OpenAPI',
    text: orders(['https://json-schema.org/draft/2020-12/schema', 'https://spec.openapis.org/oas/3.1/dialect/base']),
    findings: [],
  },
  {
    title: 'reports an annotated document without a dialect',
    text: orders([
      `jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
`,
      '',
    ]),
    findings: ['error dialect_is_declared: openapi: 3.1.0'],
  },
  {
    title: 'reports a schema with another dialect once',
    text: orders([
      '    Error:\n      description: What went wrong.',
      '    Error:\n      $schema: http://json-schema.org/draft-07/schema#\n      description: What went wrong.',
    ]),
    findings: ['error dialect_is_declared: $schema: http://json-schema.org/draft-07/schema#'],
  },
  {
    title: 'reports an unsupported dialect',
    text: orders(['https://json-schema.org/draft/2020-12/schema', 'http://json-schema.org/draft-07/schema#']),
    findings: ['error dialect_is_declared: jsonSchemaDialect: http://json-schema.org/draft-07/schema#'],
  },
]

import { describeContract, mock, sandbox } from '../../src/vitest/index.ts'

describeContract({ document: 'specs/lobbie/openapi.yaml', target: mock() })
describeContract({ document: 'specs/lobbie/openapi.yaml', target: sandbox() })

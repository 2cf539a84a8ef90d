import { describeContract, mock, sandbox } from '../../src/vitest/index.ts'

describeContract({ document: 'specs/aniva/openapi.yaml', target: mock() })
describeContract({ document: 'specs/aniva/openapi.yaml', target: sandbox() })

import { describeContract, sandbox } from '../../../../src/vitest/index.ts'
describeContract({
      document: 'specs/lobbie/openapi.yaml', target: sandbox({ fault: 'lobbie-note-not-applied' }) })

import { describeContract, sandbox, shippedDocument } from 'appointment-contracts/vitest'

// Makes one test for each case of the document.
describeContract({ document: shippedDocument('aniva'), target: sandbox() })

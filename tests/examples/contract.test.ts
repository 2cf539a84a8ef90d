import { describeContract, sandbox, shippedDocument } from 'appointment-contracts/vitest'

// Every promise of the document, one test for each case.
describeContract({ document: shippedDocument('aniva'), target: sandbox() })

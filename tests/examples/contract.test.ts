import { describeContract, sandbox, shippedDocument } from 'appointment-contracts/vitest'

// Checks every promise of the document, with one test for each case.
describeContract({ document: shippedDocument('aniva'), target: sandbox() })

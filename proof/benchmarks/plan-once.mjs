// Plans one document in a separate process and prints the time and memory.
import { readDocument } from '../../dist/src/document/read-document.js'
import { mockAt } from '../../dist/src/targets/mock.js'
import { listOperations } from '../../dist/src/operations/list-operations.js'
import { planRun } from '../../dist/src/run/plan-run.js'
import { contractOf } from '../../dist/src/evidence/contract.js'

const begun = performance.now()
const operations = listOperations(readDocument(process.argv[2]))
const contracts = operations.map(contractOf)
const plan = planRun({
  operations,
  target: { ...mockAt('http://127.0.0.1'), send: () => {} },
  seed: 1,
  parameters: {},
  allowDestructive: false,
})
const milliseconds = performance.now() - begun
const clauses = contracts.reduce((sum, contract) => sum + contract.clauses.length, 0)
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(JSON.stringify({ milliseconds, cases: plan.cases.length, clauses, megabytes }))

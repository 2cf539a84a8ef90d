import { Option } from 'commander'
import { operationGraph } from '../../journeys/operation-graph.ts'
import { printGraph, printMermaid } from '../../journeys/print-graph.ts'
import { listOperations } from '../../operations/list-operations.ts'
import { defaultDocuments } from '../apis.ts'
import {
  addDocumentOptions,
  documentOptionsOf,
  readApiDocument,
  type GivenDocumentOptions,
} from '../document-options.ts'
import { EXIT } from '../host/exit-code.ts'
import { checkConfig } from '../gate/check-config.ts'
import { apiNameOf } from '../gate/run-gate.ts'
import { graphCorrections } from '../graph-corrections.ts'
import type { RegisterCommand } from '../register-command.ts'

interface GivenOptions extends GivenDocumentOptions {
  readonly graph: 'text' | 'mermaid' | true
}

/** The command `contract-gate plan --graph [FILE…]`. */
export const planCommand: RegisterCommand = (program, host, exit) => {
  addDocumentOptions(program.command('plan'))
    .argument('[file...]', 'OpenAPI documents (default: those under specs/)')
    .description('show which operations return the ids that other operations need (gate --dry-run shows the cases)')
    .addOption(
      new Option('--graph [format]', 'print the graph of operations, as text or as a Mermaid flowchart')
        .choices(['text', 'mermaid'])
        .makeOptionMandatory(),
    )
    .action(async (files: string[], given: GivenOptions) => {
      await checkConfig()
      const asked = files.length > 0 ? files : defaultDocuments()
      const reading = documentOptionsOf(given, asked.length)
      for (const file of asked) {
        const document = readApiDocument(file, { ...reading, keepsBroken: true })
        const operations = listOperations(document)
        const graph = operationGraph(operations, graphCorrections(apiNameOf(file, document), document))
        const text = given.graph === 'mermaid' ? printMermaid(graph) : printGraph(graph)
        host.stdout.write(asked.length === 1 ? text : `${given.graph === 'mermaid' ? '%%' : '#'} ${file}\n${text}\n`)
      }
      exit(EXIT.passed)
    })
}

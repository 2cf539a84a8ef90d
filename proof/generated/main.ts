// Generates code for public documents, compiles it, and calls every operation of each client against a Prism mock of the
// same document: npm run --silent prove:generated [-- --only PART-OF-A-NAME --standalone --tsc FILE]. Needs a build.
import { parseArgs } from 'node:util'
import { compileDocuments } from './compile-documents.ts'
import { printRow, printSummary, type DocumentRow } from './print-generated.ts'
import { proveDocument } from './prove-document.ts'
import { publicDocuments } from './public-documents.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    standalone: { type: 'boolean', default: false },
    tsc: { type: 'string', default: 'node_modules/typescript-7/bin/tsc' },
  },
})
const documents = publicDocuments().filter(({ name }) => name.includes(values.only))
const layout = values.standalone ? 'standalone' : 'package'
const errors = await compileDocuments(documents, { layout, compiler: values.tsc })
process.stdout.write('| document | operations | code | with an example: work, explained, fail | others |\n')
process.stdout.write('| --- | --: | --- | --- | --- |\n')
const rows: DocumentRow[] = []
for (const document of documents) {
  const row = { ...(await proveDocument(document)), errors: errors.get(document.name) ?? [] }
  rows.push(row)
  process.stdout.write(printRow(row))
}
const { text, proved } = printSummary(rows)
process.stdout.write(text)
process.exitCode = proved ? 0 : 1

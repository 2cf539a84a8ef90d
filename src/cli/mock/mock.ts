import { openDocumentMock } from '../../targets/mock.ts'
import { chooseApis } from '../apis.ts'
import {
  addDocumentOptions,
  documentOptionsOf,
  readApiDocument,
  type GivenDocumentOptions,
} from '../document-options.ts'
import type { RegisterCommand } from '../register-command.ts'
import { port } from '../option-parsers.ts'
import { untilStopped } from '../host/until-stopped.ts'

/** The command `contract-gate mock [API]`. */
export const mockCommand: RegisterCommand = (program, host) => {
  addDocumentOptions(program.command('mock'))
    .argument('[api]', 'the API under specs/ to mock (default: all)')
    .option('--port <number>', 'listen on this port (default: a free one)', port)
    .description('start a Prism mock of a document and print its URL')
    .action(async (api: string | undefined, { port: first, ...given }: { port?: number } & GivenDocumentOptions) => {
      const apis = chooseApis(api === undefined ? [] : [api])
      const reading = documentOptionsOf(given, apis.length)
      const mocks = await Promise.all(
        apis.map(async (each, index) => {
          const from = first === undefined ? {} : { port: first + index }
          const document = readApiDocument(each.document, reading)
          return { each, mock: await openDocumentMock(document, { signal: host.signal, ...from }) }
        }),
      )
      for (const { each, mock } of mocks) host.stdout.write(`${each.name}  ${mock.url}\n`)
      try {
        await untilStopped(host, () =>
          mocks.map(({ mock }) => mock.target.failure?.()).find((failure) => failure !== undefined),
        )
      } finally {
        await Promise.all(mocks.map(({ mock }) => mock.close()))
      }
    })
}

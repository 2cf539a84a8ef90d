import { openDocumentMock } from '../../targets/mock.ts'
import { chooseApis } from '../apis.ts'
import { addOverlayOptions, overlaysOf, readApiDocument } from '../overlay-options.ts'
import type { RegisterCommand } from '../register-command.ts'
import { portOption } from '../port-option.ts'
import { untilStopped } from '../until-stopped.ts'

/** `contract-gate mock [API]`. */
export const mockCommand: RegisterCommand = (program, host) => {
  addOverlayOptions(program.command('mock'))
    .argument('[api]', 'an api under specs/; without one, all')
    .option('--port <number>', 'where to listen; default a free one', portOption)
    .description('start a Prism mock of a document and say where')
    .action(async (api: string | undefined, { port, overlay }: { port?: number; overlay?: unknown }) => {
      const apis = chooseApis(api === undefined ? [] : [api])
      const overlays = overlaysOf(overlay, apis.length)
      const mocks = await Promise.all(
        apis.map(async (each, index) => {
          const from = port === undefined ? {} : { port: port + index }
          const document = readApiDocument(each.document, overlays)
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

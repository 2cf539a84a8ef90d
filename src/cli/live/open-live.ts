import { checkConfig } from '../gate/check-config.ts'
import { chooseApis } from '../apis.ts'
import { readApiDocument } from '../document-options.ts'
import type { Host } from '../host/host.ts'
import { connectLive, type LiveConnection, type LiveTargetOptions } from '../../live/connect-live.ts'
import type { TargetOptions } from '../../targets/named-target.ts'
import { liveOptions } from './configured-target.ts'

/** The connection of a `live` command, and its settings. */
export interface OpenedLive {
  readonly options: LiveTargetOptions
  readonly given: TargetOptions
  readonly connection: LiveConnection
}

/**
 * Prepares a connection to the vendor's server. Sends no request. `change` gets the configured settings and returns the
 * settings to use. Throws `bad-config`.
 */
export async function openLive(
  api: string,
  host: Host,
  change: (options: LiveTargetOptions) => LiveTargetOptions = (options) => options,
): Promise<OpenedLive> {
  await checkConfig()
  const [folder] = chooseApis([api])
  const file = folder?.document ?? ''
  const document = readApiDocument(file, { overlays: [], allowsRefOutside: false, formats: 'assert' })
  const options = change(liveOptions({ api, file, writesNothing: false, host }))
  const { requestTimeoutMilliseconds: longest } = options.settings
  const limits = { totalMilliseconds: longest, headerMilliseconds: longest, idleMilliseconds: longest }
  const given = { api, document, now: host.today(), seed: 1, signal: host.signal, limits }
  return { options, given, connection: connectLive(options, given) }
}

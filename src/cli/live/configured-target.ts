import { dirname, join } from 'node:path'
import { readContractConfig } from '../../config/read-contract-config.ts'
import { LIVE_FOLDER } from '../../live/journal/journal.ts'
import type { LiveTargetOptions } from '../../live/connect-live.ts'
import { liveTarget } from '../../live/live-target.ts'
import { readNeighbours } from '../../live/neighbours/read-neighbours.ts'
import { liveSectionOf, settleLive } from '../../live/settings/settle-live.ts'
import type { NamedTarget } from '../../targets/named-target.ts'
import type { Host } from '../host/host.ts'

export interface ConfiguredOptions {
  readonly api: string
  /** The path of the document. The file `neighbours.yaml` is in the folder of the document. */
  readonly file: string
  readonly writesNothing: boolean
  readonly host: Pick<Host, 'env' | 'elapsed' | 'wait' | 'processes'>
}

/** Returns the live target that is described in `contract.config.yaml`. Throws `bad-config`. */
export function configuredTarget(options: ConfiguredOptions): NamedTarget {
  return liveTarget(liveOptions(options))
}

/** Reads the live settings of an API, and prepares everything that a live target needs. Throws `bad-config`. */
export function liveOptions({ api, file, writesNothing, host }: ConfiguredOptions): LiveTargetOptions {
  const config = readContractConfig()
  liveSectionOf(config, api)
  const neighbours = readNeighbours(join(dirname(file), 'neighbours.yaml'))
  const settings = settleLive({ api, config, env: host.env, neighbours })
  const wait = host.wait?.bind(host)
  return {
    settings,
    neighbours,
    writesNothing,
    elapsed: () => host.elapsed(),
    ...(wait === undefined ? {} : { wait }),
    processes: host.processes ?? { own: 0, isRunning: () => false },
    folder: LIVE_FOLDER,
  }
}

import { startAniva } from '../aniva.ts'
import { startLobbie } from '../lobbie.ts'
import type { StandInOptions } from '../stand-in.ts'
import { anivaSetup } from './aniva-setup.ts'
import { lobbieSetup } from './lobbie-setup.ts'

/** Everything that a live run needs to test a stand-in (a server that imitates a vendor). */
export interface LiveSetup {
  /** The name of the folder under `specs/`. */
  readonly api: string
  /** The environment variables with the credentials. */
  readonly env: Readonly<Record<string, string>>
  /** Lines of the configuration: the fixtures whose old values a run can restore. */
  readonly changeable: readonly string[]
  /** Lines of the configuration: all fixtures, including those that a run changes permanently. */
  readonly fixtures: readonly string[]
  /** Returns the text of `contract.config.yaml` with these lines of fixtures. */
  readonly config: (fixtures: readonly string[]) => string
  /** Returns every stored appointment by its id, without the time stamp that each update sets. */
  readonly stored: () => ReadonlyMap<string, object>
}

/** The vendors that have a stand-in. */
export type Vendor = 'lobbie' | 'aniva'

/** Starts the test server of a vendor. Returns the server and its setup. */
export async function startVendor(vendor: Vendor, options: StandInOptions = {}) {
  if (vendor === 'lobbie') {
    const server = await startLobbie(options)
    return { server, setup: lobbieSetup(server) }
  }
  const server = await startAniva(options)
  return { server, setup: anivaSetup(server) }
}

/**
 * True if every object that existed before the run has its old values. Cancelled objects that the run itself created
 * are allowed to remain.
 */
export function isAsBefore(setup: LiveSetup, before: ReadonlyMap<string, object>): boolean {
  const now = setup.stored()
  return [...before].every(([id, object]) => JSON.stringify(object) === JSON.stringify(now.get(id)))
}

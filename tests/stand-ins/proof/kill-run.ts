import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { hastyHost } from '../../support/live-run.ts'
import { inFolder } from '../../support/in-folder.ts'
import { runMain } from '../../support/run-main.ts'
import type { LoggedRequest } from '../common/http.ts'
import { isAsBefore, startVendor, type Vendor } from './live-setup.ts'

const command = fileURLToPath(new URL('hasty-command.mjs', import.meta.url))

/** The result of a run that was ended by SIGKILL, and of `live restore` after it. */
export interface KilledRun {
  /** True if the process was killed after it changed a fixture and before it restored that fixture. */
  readonly wasHalfMade: boolean
  /** True if every stored object has its old values after `live restore`. */
  readonly isRestored: boolean
  /** The output of `live restore`. */
  readonly restored: string
}

const isAccepted = (request: LoggedRequest | undefined): boolean =>
  (request?.method === 'PUT' || request?.method === 'PATCH') && request.status === 200

/**
 * Starts a run with the changeable fixtures in a separate process. Counts the updates that the server accepts, and
 * kills the process at the first request after update number `at`. If `at` is odd, this update belongs to a case. If
 * `at` is even, this update usually restores a fixture.
 */
export async function killRun(vendor: Vendor, at: number): Promise<KilledRun> {
  let log: readonly LoggedRequest[] = []
  let [seen, updates] = [0, 0]
  let kill = (): void => undefined
  // The server calls `now` each time it handles a request.
  const now = (): number => {
    if (log.length > seen && isAccepted(log.at(-2))) updates += 1
    if (log.length > seen && isAccepted(log.at(-2)) && updates === at) kill()
    seen = log.length
    return Date.now()
  }
  const { server, setup } = await startVendor(vendor, { now })
  log = server.log
  try {
    const before = setup.stored()
    return await inFolder({ 'contract.config.yaml': setup.config(setup.changeable) }, async () => {
      const args = [command, 'gate', '--target', 'live', '--api', vendor]
      const child = spawn(process.execPath, args, { env: { ...process.env, ...setup.env }, stdio: 'ignore' })
      kill = () => void child.kill('SIGKILL')
      await once(child, 'exit')
      const wasHalfMade = !isAsBefore(setup, before)
      const { out, err } = await runMain(['live', 'restore', vendor], hastyHost(setup.env))
      return { wasHalfMade, isRestored: isAsBefore(setup, before), restored: out + err }
    })
  } finally {
    await server.close()
  }
}

import { findFault } from './faults.ts'
import { createFaultySandbox } from './faulty-sandbox.ts'
import type { Sandbox } from './interface.ts'
import type { SandboxOptions } from './settings.ts'

export type { Demo, Sandbox } from './interface.ts'

/**
 * Makes a sandbox. It is ready at once. Two sandboxes share nothing but the key pair of the process.
 * @throws {RangeError} when an option is invalid.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { fault: id, ...others } = options
  const fault = id === undefined ? undefined : findFault(id)
  if (id !== undefined && fault === undefined) throw new RangeError(`there is no fault ${id}`)
  return createFaultySandbox(fault, others)
}

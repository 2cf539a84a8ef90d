import { findFault } from './faults.ts'
import { createFaultySandbox } from './faulty-sandbox.ts'
import type { Sandbox } from './interface.ts'
import type { SandboxOptions } from './settings.ts'

export type { Demo, Sandbox } from './interface.ts'

/**
 * Creates a sandbox. It shares nothing with other sandboxes except the key pair of the process. Throws `RangeError` if
 * an option is invalid.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { fault: id, ...others } = options
  const fault = id === undefined ? undefined : findFault(id)
  if (id !== undefined && fault === undefined) throw new RangeError(`there is no fault ${id}`)
  return createFaultySandbox(fault, others)
}

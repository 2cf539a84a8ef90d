import type { Fault } from './fault.ts'

/** Every lie that the sandbox can be told to tell. */
export const FAULTS: readonly Fault[] = []

/** The fault of that id. */
export function findFault(id: string): Fault | undefined {
  return FAULTS.find((fault) => fault.id === id)
}

import type { Command } from 'commander'
import type { Host } from './host/host.ts'

/** Adds a command to the program. The command passes its exit code to `exit`. */
export type RegisterCommand = (program: Command, host: Host, exit: (code: number) => void) => void

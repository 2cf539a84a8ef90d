import type { Command } from 'commander'
import type { Host } from './host/host.ts'

/** Adds a command to the program. When the command ends, it passes its exit code to `exit`. */
export type RegisterCommand = (program: Command, host: Host, exit: (code: number) => void) => void

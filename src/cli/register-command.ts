import type { Command } from 'commander'
import type { Host } from './host.ts'

/** Adds a command to the program; `exit` says with which code it ends. */
export type RegisterCommand = (program: Command, host: Host, exit: (code: number) => void) => void

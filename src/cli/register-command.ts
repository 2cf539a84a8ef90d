import type { Command } from 'commander'
import type { World } from './host.ts'

/** Adds a command to the program; `exit` says with which code it ends. */
export type RegisterCommand = (program: Command, world: World, exit: (code: number) => void) => void

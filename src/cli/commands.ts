import type { Command } from 'commander'
import { gateCommand } from './commands/gate.ts'
import { generateCommand } from './commands/generate.ts'
import { mergeCommand } from './commands/merge.ts'
import { mockCommand } from './commands/mock.ts'
import { replayCommand } from './commands/replay.ts'
import { reportCommand } from './commands/report.ts'
import { rulesCommand } from './commands/rules.ts'
import { sandboxCommand } from './commands/sandbox.ts'
import { validateCommand } from './commands/validate.ts'
import type { World } from './world.ts'

/** Adds a command to the program; `exit` says with which code it ends. */
export type RegisterCommand = (program: Command, world: World, exit: (code: number) => void) => void

export const commands: readonly RegisterCommand[] = [
  gateCommand,
  validateCommand,
  generateCommand,
  rulesCommand,
  mockCommand,
  sandboxCommand,
  replayCommand,
  mergeCommand,
  reportCommand,
]

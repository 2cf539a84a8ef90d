import type { RegisterCommand } from './register-command.ts'
import { gateCommand } from './commands/gate.ts'
import { generateCommand } from './commands/generate.ts'
import { mergeCommand } from './commands/merge.ts'
import { mockCommand } from './commands/mock.ts'
import { proveCommand } from './commands/prove.ts'
import { replayCommand } from './commands/replay.ts'
import { reportCommand } from './commands/report.ts'
import { rulesCommand } from './commands/rules.ts'
import { sandboxCommand } from './commands/sandbox.ts'
import { validateCommand } from './commands/validate.ts'
import { watchCommand } from './commands/watch.ts'

/** Every command, in the order of the help. */
export const commands: readonly RegisterCommand[] = [
  gateCommand,
  validateCommand,
  generateCommand,
  watchCommand,
  rulesCommand,
  mockCommand,
  sandboxCommand,
  proveCommand,
  replayCommand,
  mergeCommand,
  reportCommand,
]

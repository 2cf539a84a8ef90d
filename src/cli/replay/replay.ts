import type { RegisterCommand } from '../register-command.ts'
import { addGateOptions, settleGateOptions } from '../gate/gate-options.ts'
import { readEnvironment } from '../gate/read-environment.ts'
import { runGate } from '../gate/run-gate.ts'

/** The command `contract-gate replay --case PATH`. */
export const replayCommand: RegisterCommand = (program, host, exit) => {
  const command = program
    .command('replay')
    .requiredOption('--case <path>', 'send the case with this path, as printed in reports and plans')
    .description('send one case again')
  addGateOptions(command).action(async ({ case: path }: { case: string }) => {
    exit(await runGate({ ...readEnvironment(settleGateOptions(command), host.env), only: path }, host))
  })
}

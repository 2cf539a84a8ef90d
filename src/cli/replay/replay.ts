import type { RegisterCommand } from '../register-command.ts'
import { addGateOptions, settleGateOptions } from '../gate/gate-options.ts'
import { runGate } from '../gate/run-gate.ts'

/** `contract-gate replay --case PATH`. */
export const replayCommand: RegisterCommand = (program, host, exit) => {
  const command = program
    .command('replay')
    .requiredOption('--case <path>', 'the path of a case, as reports and plans print it')
    .description('send one case again and judge it')
  addGateOptions(command).action(async ({ case: path }: { case: string }) => {
    exit(await runGate({ ...settleGateOptions(command), only: path }, host))
  })
}

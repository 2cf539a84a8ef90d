import type { RegisterCommand } from '../register-command.ts'
import { EXIT } from '../exit-code.ts'
import { readEnvironment } from './read-environment.ts'
import { addGateOptions, settleGateOptions } from './gate-options.ts'

/** `contract-gate gate`. */
export const gateCommand: RegisterCommand = (program, host, exit) => {
  const command = program.command('gate').description('check that a server conforms to its OpenAPI document')
  addGateOptions(command).action(async () => {
    const options = readEnvironment(settleGateOptions(command), host.env)
    if (options.dryRun) {
      const { printPlans } = await import('./print-plan.ts')
      host.stdout.write(await printPlans(options))
      exit(EXIT.passed)
      return
    }
    const { runGate } = await import('./run-gate.ts')
    exit(await runGate(options, host))
  })
}

import type { RegisterCommand } from '../register-command.ts'
import { checkConfig } from './check-config.ts'
import { EXIT } from '../host/exit-code.ts'
import { readEnvironment } from './read-environment.ts'
import { addGateOptions, settleGateOptions } from './gate-options.ts'

/** The command `contract-gate gate`. */
export const gateCommand: RegisterCommand = (program, host, exit) => {
  const command = program.command('gate').description('check that a server conforms to its OpenAPI document')
  addGateOptions(command).action(async () => {
    await checkConfig()
    const options = readEnvironment(settleGateOptions(command), host.env)
    if (options.dryRun) {
      const { printPlans } = await import('./print-plan.ts')
      const { text, notes, canBeSent } = await printPlans(options, host)
      for (const note of notes) host.stderr.write(`note: ${note}\n`)
      host.stdout.write(text)
      if (!canBeSent) host.stderr.write('No case of the plan can be judged. The plan gives the reason for each case.\n')
      exit(canBeSent ? EXIT.passed : EXIT.inconclusive)
      return
    }
    const { runGate } = await import('./run-gate.ts')
    exit(await runGate(options, host))
  })
}

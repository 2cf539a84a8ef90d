import { ContractError } from '../../errors.ts'
import { rules } from '../../rules/rules.ts'
import type { RegisterCommand } from '../register-command.ts'

/** `contract-gate rules [ID]`. */
export const rulesCommand: RegisterCommand = (program, host) => {
  program
    .command('rules')
    .argument('[id]', 'one rule')
    .description('list the rules by which answers are judged')
    .action((id?: string) => {
      const shown = id === undefined ? rules : rules.filter((rule) => rule.id === id)
      if (shown.length === 0) {
        throw new ContractError('unknown-check', {
          what: id ?? '',
          next: `choose from ${rules.map((rule) => rule.id).join(', ')}`,
        })
      }
      for (const rule of shown) host.stdout.write(`${rule.id} (${rule.level})\n  ${rule.title}.\n  ${rule.why}\n`)
    })
}

import { ContractError } from '../../errors.ts'
import type { Rule } from '../../rules/rule.ts'
import { rules } from '../../rules/rules.ts'
import type { RegisterCommand } from '../register-command.ts'

/** The command `contract-gate rules [ID]`. */
export const rulesCommand: RegisterCommand = (program, host) => {
  program
    .command('rules')
    .argument('[id]', 'show only this rule, with examples and how to fix a finding')
    .description('list the rules that responses are checked against')
    .action((id?: string) => {
      const rule = rules.find((each) => each.id === id)
      if (id !== undefined && rule === undefined) {
        throw new ContractError('unknown-check', {
          what: id,
          next: `choose from ${rules.map((each) => each.id).join(', ')}`,
        })
      }
      host.stdout.write(rule === undefined ? rules.map(summaryOf).join('') : detailsOf(rule))
    })
}

function summaryOf({ id, level, title, why }: Rule): string {
  return `${id} (${level})\n  ${title}.\n  ${why}\n`
}

function detailsOf(rule: Rule): string {
  const { id, fix, examples } = rule
  const lines = [
    `  fix     ${fix}`,
    `  passes  ${examples.passes}`,
    `  fails   ${examples.fails}`,
    `  only    contract-gate gate --checks ${id}`,
    `  skip    contract-gate gate --exclude-checks ${id}, or excludeChecks: [${id}] in contract.config.yaml`,
  ]
  return `${summaryOf(rule)}${lines.join('\n')}\n`
}

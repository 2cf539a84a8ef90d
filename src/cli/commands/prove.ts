import { Option } from 'commander'
import { ContractError } from '../../errors.ts'
import type { ApiName } from '../../../sandbox/apis.ts'
import { chooseApis } from '../apis.ts'
import { EXIT } from '../exit-code.ts'
import { collect, oneOf } from '../option-parsers.ts'
import type { RegisterCommand } from '../register-command.ts'

const APIS: readonly ApiName[] = ['lobbie', 'aniva']

interface Given {
  readonly api?: readonly ApiName[]
  readonly fault?: readonly string[]
  readonly mutants?: true
  readonly heldOut?: true
  readonly lean?: true
  readonly format: 'text' | 'json'
}

/** `contract-gate prove`. */
export const proveCommand: RegisterCommand = (program, world, exit) => {
  program
    .command('prove')
    .option('--api <name>', 'one of the sandbox; repeatable, default all', oneOf(APIS))
    .option('--fault <id>', 'only this fault, and no variants; repeatable', collect)
    .option('--mutants', 'change one promise of each document at a time, and see who notices')
    .option('--held-out', 'the faults that nothing was mended for: their score is told, and none has to be reached')
    .option('--lean', 'with the plan of `gate --lean`: its score is told, and none has to be reached')
    .addOption(new Option('--format <name>', 'how it is told').choices(['text', 'json']).default('text'))
    .description('show that the gate tells every fault of the sandbox, once, and keeps quiet where nothing is wrong')
    .action(async ({ api = APIS, fault, mutants, heldOut, lean, format }: Given) => {
      const { settleProof, runProve, proveHeldOut, proveDocumentMutants } = await import('../run-prove.ts')
      const settings = settleProof(chooseApis([...api]), lean === true, world)
      const told = { world, isJson: format === 'json' }
      const alone = [fault !== undefined, mutants === true, heldOut === true].filter(Boolean)
      if (alone.length > 1) {
        throw new ContractError('bad-argument', {
          what: '--fault, --mutants and --held-out go without one another',
          next: 'give one of them',
        })
      }
      if (lean === true && mutants === true) {
        throw new ContractError('bad-argument', {
          what: '--mutants goes without --lean: who notices what is known of the whole plan',
          next: 'give one of them',
        })
      }
      if (heldOut === true) {
        await proveHeldOut(settings, told)
        exit(EXIT.holds)
        return
      }
      if (mutants === true) {
        exit((await proveDocumentMutants(settings, told)) ? EXIT.holds : EXIT.broken)
        return
      }
      const isProved = await runProve(settings, fault ?? [], told)
      exit(isProved || lean === true ? EXIT.holds : EXIT.broken)
    })
}

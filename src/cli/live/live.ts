import type { RegisterCommand } from '../register-command.ts'
import { collect } from '../option-parsers.ts'

/** The command `contract-gate live`: prepares runs against a vendor's server, and restores changed objects. */
export const liveCommand: RegisterCommand = (program, host, exit) => {
  const live = program.command('live').description("prepare, check and restore runs against a vendor's own server")
  live
    .command('init')
    .argument('<api>', 'the API: the name of its folder under specs/')
    .description('write the live section of contract.config.yaml, and .env.example')
    .action(async (api: string) => exit((await import('./init.ts')).initLive(api, host)))
  live
    .command('list')
    .argument('<api>', 'the API: the name of its folder under specs/')
    .option('--where <name=value>', 'list only objects with this value of a query parameter; repeatable', collect)
    .description("print ids from the vendor's list operation, to choose fixtures; sends reads only")
    .action(async (api: string, { where = [] }: { where?: readonly string[] }) =>
      exit(await (await import('./list.ts')).listLive(api, where, host)),
    )
  live
    .command('check')
    .argument('<api>', 'the API: the name of its folder under specs/')
    .description('check credentials, clock and fixtures, and print what a run would change; sends reads only')
    .action(async (api: string) => exit(await (await import('./check.ts')).printCheck(api, host)))
  live
    .command('restore')
    .argument('<api>', 'the API: the name of its folder under specs/')
    .description('restore the old values that an interrupted run changed')
    .action(async (api: string) => exit(await (await import('./restore.ts')).restore(api, host)))
}

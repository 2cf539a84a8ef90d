import { InvalidArgumentError } from 'commander'
import { API_NAMES, type ApiName } from '../../../sandbox/apis.ts'
import { describeSandbox } from '../../../sandbox/describe-sandbox.ts'
import { FAULTS, findFault } from '../../../sandbox/faults.ts'
import { listen } from '../../../sandbox/listen.ts'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { ContractError } from '../../errors.ts'
import { chooseApis } from '../apis.ts'
import type { RegisterCommand } from '../register-command.ts'
import { instant, port } from '../option-parsers.ts'
import { untilStopped } from '../host/until-stopped.ts'

interface Given {
  readonly port?: number
  readonly fault?: string
  readonly control: boolean
  readonly now?: string
}

/** The command `contract-gate sandbox [API]`. */
export const sandboxCommand: RegisterCommand = (program, host) => {
  program
    .command('sandbox')
    .argument('[api]', `${API_NAMES.join(' or ')} (default: all)`, apiName)
    .option('--port <number>', 'listen on this port (default: a free one)', port)
    .option('--fault <id>', 'activate one seeded fault')
    .option('--no-control', 'turn off the control endpoints that set up provider states')
    .option('--now <instant>', 'start the clock at this instant (default: now)', instant)
    .description('start the stateful reference server on 127.0.0.1 and print its URL')
    .action(async (api: ApiName | undefined, { port: asked, fault, control, now }: Given) => {
      if (fault !== undefined && findFault(fault) === undefined) {
        throw new ContractError('bad-argument', {
          what: `the sandbox has no fault \`${fault}\``,
          next: `choose from ${FAULTS.map((each) => each.id).join(', ')}`,
        })
      }
      const sandbox = createSandbox({
        now: now ?? host.today(),
        control,
        ...(fault === undefined ? {} : { fault }),
      })
      const names = api === undefined ? chooseApis([]).map((each) => each.name) : [api]
      const listening = await listenOn(sandbox, asked)
      host.stdout.write(describeSandbox(sandbox, listening.url, names))
      try {
        await untilStopped(host, () => undefined)
      } finally {
        await listening.close()
      }
    })
}

function apiName(text: string): ApiName {
  const found = API_NAMES.find((name) => name === text)
  if (found === undefined) throw new InvalidArgumentError(`expects ${API_NAMES.join(' or ')}, got \`${text}\`.`)
  return found
}

async function listenOn(
  sandbox: ReturnType<typeof createSandbox>,
  port: number | undefined,
): ReturnType<typeof listen> {
  try {
    return await listen(sandbox, port === undefined ? {} : { port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new ContractError('port-in-use', {
        what: String(port),
        next: 'choose another port with --port, or omit --port',
      })
    }
    throw error
  }
}

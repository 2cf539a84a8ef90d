import { processHost } from '../src/cli/host/process-host.ts'
import { proveCommand } from './prove/command.ts'

process.exitCode = await proveCommand(process.argv.slice(2), processHost())

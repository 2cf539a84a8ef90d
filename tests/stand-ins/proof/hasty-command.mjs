/** Runs a command of `contract-gate` without the pauses between requests. The arguments are those of the command. */
import { register } from 'node:module'

register('../typescript-loader.mjs', import.meta.url)
const { hastyHost } = await import('../../support/live-run.ts')
const { main } = await import('../../../src/cli/main.ts')
const host = hastyHost(process.env)
process.exitCode = await main(process.argv.slice(2), host)
process.stdout.write(host.out())
process.stderr.write(host.err())

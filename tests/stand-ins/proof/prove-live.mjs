/**
 * Runs the gate against both test servers with many settings, and prints a table. Exits with 1 if the gate reports a
 * correct server, overlooks a defect, or does not report an assumption that the server disproves. All options are
 * optional:
 *   node tests/stand-ins/proof/prove-live.mjs [--vendor lobbie|aniva] [--part switches|combinations|defects|network]
 *        [--combinations 30] [--only SWITCH-OR-DEFECT]
 */
import { register } from 'node:module'

register('../typescript-loader.mjs', import.meta.url)
const { proveLive } = await import('./prove-live.ts')
process.exitCode = await proveLive(process.argv.slice(2))

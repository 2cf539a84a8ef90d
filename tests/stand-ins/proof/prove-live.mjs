/**
 * Checks the gate against the stand-ins, with many positions of their switches. Prints one table, and exits with 1 if a
 * server is accused wrongly, an assumption is not reported, or a defect is missed. All options are optional:
 *   node tests/stand-ins/proof/prove-live.mjs [--vendor lobbie|aniva] [--part switches|combinations|defects|network]
 *        [--combinations 30] [--only SWITCH-OR-DEFECT]
 */
import { register } from 'node:module'

register('../typescript-loader.mjs', import.meta.url)
const { proveLive } = await import('./prove-live.ts')
process.exitCode = await proveLive(process.argv.slice(2))

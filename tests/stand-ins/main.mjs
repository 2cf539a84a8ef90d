/**
 * Starts a test server that imitates a vendor, or the slow proxy. Prints one line of JSON for clients. SIGINT stops it.
 *   node tests/stand-ins/main.mjs lobbie [--port 8080] [--set error-body=problem]... [--clock-offset SECONDS]
 *   node tests/stand-ins/main.mjs aniva  (the same options)
 *   node tests/stand-ins/main.mjs slow-proxy --target URL [--port 8081] [--latency MS] [--per-second N]
 *        [--reset-every N] [--reset-after-forwarding] [--outage-from N] [--outage-requests N]
 *   node tests/stand-ins/main.mjs switches   (lists all settings)
 */
import { register } from 'node:module'

register('./typescript-loader.mjs', import.meta.url)
const { runCommandLine } = await import('./command-line.ts')
await runCommandLine(process.argv.slice(2))

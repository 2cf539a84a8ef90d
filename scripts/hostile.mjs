// Sends hundreds of thousands of hostile requests: npm run hostile [-- --count 100000 --seed 1].
// The script is bundled first, because Node 20 does not run TypeScript.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const bundle = await rolldown({ input: 'scripts/hostile.ts', platform: 'node', logLevel: 'warn' })
await bundle.write({ file: join(folder, 'hostile.mjs'), format: 'esm', codeSplitting: false })
const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, 'hostile.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
rmSync(folder, { recursive: true })
process.exitCode = status ?? 1

// After the build, only when npm packs or publishes: joins the modules of dist/sandbox, which nothing but proof/ imports one
// by one, into a few files, and removes what the package does not need. `npm run build` undoes it.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

if (!['pack', 'publish'].includes(process.env.npm_command)) process.exit(0)

const SANDBOX = join('dist', 'sandbox')
const modules = readdirSync('dist', { recursive: true })
  .map((file) => join('dist', file))
  .filter((file) => file.endsWith('.js') && !file.startsWith(join('dist', 'proof')))
const imported = modules
  .filter((file) => !file.startsWith(SANDBOX))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/["'](\.{1,2}\/[^"']+\.js)["']/g)].map(([, path]) =>
      join(dirname(file), path),
    ),
  )
const entries = [...new Set([join(SANDBOX, 'index.js'), ...imported])].filter(
  (file) => file.startsWith(SANDBOX) && existsSync(file),
)
const { rolldown } = await import('rolldown')
const bundle = await rolldown({
  input: Object.fromEntries(entries.map((file) => [file.slice(SANDBOX.length + 1, -'.js'.length), file])),
  external: (id) => !/^[./]/.test(id),
  platform: 'node',
})
await bundle.write({ dir: SANDBOX, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' })
await bundle.close()
execFileSync(process.execPath, ['scripts/prune.mjs', '--package'], { stdio: 'inherit' })

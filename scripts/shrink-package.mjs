// Runs after the build, only when npm packs or publishes. Joins the modules of two folders, which few other modules
// import, into a few files, and removes files that the package does not need. `npm run build` undoes it.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

if (!['pack', 'publish'].includes(process.env.npm_command)) process.exit(0)

const { rolldown } = await import('rolldown')
for (const folder of [join('dist', 'sandbox'), join('dist', 'src', 'validation')]) await joinModules(folder)
execFileSync(process.execPath, ['scripts/prune.mjs', '--package'], { stdio: 'inherit' })

/** Joins the modules of a folder. Modules that other folders import keep their files. */
async function joinModules(folder) {
  const inside = (file) => resolve(file).startsWith(resolve(folder) + '/')
  const imported = readdirSync('dist', { recursive: true })
    .map((file) => join('dist', file))
    .filter((file) => file.endsWith('.js') && !file.startsWith(join('dist', 'proof')) && !inside(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/["'](\.{1,2}\/[^"']+\.js)["']/g)].map(([, path]) =>
        join(dirname(file), path),
      ),
    )
  const entries = [...new Set([join(folder, 'index.js'), ...imported])].filter(
    (file) => inside(file) && existsSync(file),
  )
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((file) => [file.slice(folder.length + 1, -'.js'.length), file])),
    external: (id, importer) =>
      importer !== undefined && (!/^[./]/.test(id) || !inside(resolve(dirname(importer), id))),
    platform: 'node',
  })
  const minify = { compress: true, mangle: false, codegen: { removeWhitespace: true } }
  const names = { entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' }
  await bundle.write({ dir: folder, format: 'esm', minify, ...names })
  await bundle.close()
}

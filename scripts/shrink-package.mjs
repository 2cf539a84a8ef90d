// Runs after the build, only when npm packs or publishes. Joins the modules of folders with many small files, removes
// comments and white space, and deletes files that the package does not need. `npm run build` undoes it.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

if (!['pack', 'publish'].includes(process.env.npm_command)) process.exit(0)

const { rolldown } = await import('rolldown')
const { minifySync } = await import('rolldown/utils')
/** Folders of modules that generated code includes: the package must generate the same bytes as this repository. */
const PARTS = ['src/client', 'src/generate/parts', 'src/schemas/formats']
const FORMAT = { compress: true, mangle: false, codegen: { removeWhitespace: true } }
for (const folder of ['sandbox', 'src/validation', 'src/cli', 'src/live', 'src/rules', 'src/run'])
  await joinModules(join('dist', folder))
execFileSync(process.execPath, ['scripts/prune.mjs', '--package'], { stdio: 'inherit' })
for (const file of modulesIn('dist/src').filter(
  (each) => !PARTS.some((folder) => each.startsWith(join('dist', folder))),
)) {
  const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), FORMAT)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  writeFileSync(file, code)
}

function modulesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.js'))
}

/** Joins the modules of a folder. Modules that other folders import keep their files. */
async function joinModules(folder) {
  const inside = (file) => resolve(file).startsWith(resolve(folder) + '/')
  const imported = modulesIn('dist')
    .filter((file) => !file.startsWith(join('dist', 'proof')) && !inside(file))
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
  const names = { entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' }
  await bundle.write({ dir: folder, format: 'esm', minify: FORMAT, ...names })
  await bundle.close()
}

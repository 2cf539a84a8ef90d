// Runs before npm packs or publishes. Joins the modules of folders with many small files, removes comments and white
// space, deletes files that the package does not need, and removes from package.json what only this repository needs.
// `restore-package.mjs` and `npm run build` undo it.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

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

// Declarations of nested objects are mostly indentation.
const DECLARED = 'dist/src/report/report-schema.d.ts'
writeFileSync(DECLARED, readFileSync(DECLARED, 'utf8').replaceAll(/^ +/gm, ''))

copyFileSync('package.json', 'package.json.orig')
const published = JSON.parse(readFileSync('package.json', 'utf8'))
for (const key of ['scripts', 'devDependencies', 'allowScripts', 'overrides']) delete published[key]
writeFileSync('package.json', `${JSON.stringify(published, null, 2)}\n`)

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
  const entries = [...new Set([join(folder, 'index.js'), join(folder, 'browser.js'), ...imported])].filter(
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

// Runs before npm packs or publishes. Joins the modules of folders with many small files, removes comments and white
// space, deletes files that the package does not need, and removes from package.json what only this repository needs.
// `restore-package.mjs` and `npm run build` undo it.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const { rolldown } = await import('rolldown')
const { minifySync } = await import('rolldown/utils')
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
/** The modules that the package exports. */
const ENTRIES = Object.values(manifest.exports)
  .flatMap((target) => [target.browser, target.default])
  .filter((file) => file !== undefined)
  .map((file) => join(file))
/** Folders that the package exports, or that generated code includes. Every module there keeps its own file. */
const PARTS = ['src/client', 'src/generate', 'src/schemas/formats']
/** Modules that `generate` includes in its code: the package must generate the same bytes as this repository. */
const INCLUDED = ['src/generate/parts', 'src/schemas/formats', 'src/client/in-words.js']
const FORMAT = { compress: true, mangle: true, codegen: { removeWhitespace: true } }
/**
 * Folders in which every module keeps its own file, because modules read files beside themselves. The parts above also
 * keep their files.
 */
const KEPT = [...PARTS, 'src/pages', 'src/report/formats/html', 'src/targets', 'src/vitest']
await joinModules('dist/sandbox', () => true)
await joinModules('dist/src', (file) => !KEPT.some((folder) => file.startsWith(resolve('dist', folder) + '/')))
execFileSync(process.execPath, ['scripts/prune.mjs', '--package'], { stdio: 'inherit' })
const isIncluded = (file) => INCLUDED.some((each) => file.startsWith(join('dist', each)))
// Generated code is not minified: without its comments, bundlers cannot leave out unused validators.
const minified = ['src', 'sandbox'].flatMap((folder) => modulesIn(join('dist', folder)))
for (const file of minified.filter((each) => !isIncluded(each))) {
  const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), FORMAT)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  writeFileSync(file, code)
}

const DECLARED = 'dist/src/report/schema/report-schema.d.ts'
writeFileSync(DECLARED, shorten(readFileSync(DECLARED, 'utf8')))
// The compiler indents declarations by four blanks.
for (const file of readdirSync('dist', { recursive: true }).filter((each) => each.endsWith('.d.ts'))) {
  const text = readFileSync(join('dist', file), 'utf8')
  writeFileSync(
    join('dist', file),
    text.replaceAll(/^(?: {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4)),
  )
}

copyFileSync('package.json', 'package.json.orig')
for (const key of ['scripts', 'devDependencies', 'allowScripts', 'overrides']) delete manifest[key]
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`)

/**
 * Shortens the declarations of the schema of the report, which the compiler writes out in full: leaves out white space and
 * descriptions, and gives names to repeated types. A named type may contain names of other types.
 */
function shorten(text) {
  let short = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' & { readonly description: string; }', '')
    .replaceAll('import("./typed-schema.ts").ObjectSchema', 'ObjectSchema')
  const names = []
  for (let type = repeatedIn(short); type !== undefined; type = repeatedIn(short)) {
    const name = `T${names.length}`
    names.push(`type ${name} = ${type}\n`)
    short = short.replaceAll(type, name)
  }
  return `import type { ObjectSchema } from './typed-schema.ts'\n${names.join('')}${short}`
}

/**
 * Returns a type that a text contains at least twice and that contains no other object type. If there are several, returns
 * the one with the most characters in all.
 */
function repeatedIn(text) {
  const object = /\{ (?:readonly \w+: (?:'?[\w-]+'?|readonly \("[^()]*"\)\[\]|readonly \w+\[\]); )+\}/
  const schema = /ObjectSchema<\{ (?:\w+: \w+; )+\}, (?:unknown|\{ (?:\w+: \w+; )+\})>/
  const found = text.match(new RegExp(`${object.source}|${schema.source}`, 'g')) ?? []
  const length = (type) => type.length * found.filter((each) => each === type).length
  const repeated = [...new Set(found)].filter((type) => found.indexOf(type) !== found.lastIndexOf(type))
  return repeated.toSorted((one, other) => length(other) - length(one))[0]
}

function modulesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.js'))
}

/**
 * Joins the modules of a folder for which `isJoined` is true. A module that another one imports keeps its file. `isJoined`
 * gets absolute paths.
 */
async function joinModules(folder, isJoined) {
  const inside = (file) => resolve(file).startsWith(resolve(folder) + '/') && isJoined(resolve(file))
  const imported = modulesIn('dist')
    .filter((file) => !file.startsWith(join('dist', 'proof')) && !inside(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/["'](\.{1,2}\/[^"']+\.js)["']/g)].map(([, path]) =>
        join(dirname(file), path),
      ),
    )
  const entries = [...new Set([...ENTRIES, ...imported])].filter((file) => inside(file) && existsSync(file))
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((file) => [file.slice(folder.length + 1, -'.js'.length), file])),
    // The helpers of the bundler itself are included.
    external: (id, importer) =>
      importer !== undefined &&
      !id.includes('@oxc-project/runtime') &&
      (!/^[./]/.test(id) || !inside(resolve(dirname(importer), id))),
    platform: 'node',
  })
  const names = { entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' }
  await bundle.write({ dir: folder, format: 'esm', minify: FORMAT, ...names })
  await bundle.close()
}

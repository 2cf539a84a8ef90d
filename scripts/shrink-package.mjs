// Runs before npm packs or publishes. Joins the modules of folders with many small files, removes comments and white
// space, deletes files that the package does not need, and removes from package.json the entries that only this
// repository needs. `restore-package.mjs` and `npm run build` undo these changes.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pruneDeclarations } from './prune-declarations.mjs'
import { importsOf, reachable } from './reachable.mjs'
import { writeCommand } from './write-command.mjs'

const { rolldown } = await import('rolldown')
const { minifySync } = await import('rolldown/utils')
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
/** The modules that the package exports. */
const ENTRIES = Object.values(manifest.exports)
  .flatMap((target) => [target.browser, target.default])
  .filter((file) => file !== undefined)
  .map((file) => join(file))
/**
 * Folders with modules that the package exports or that generated code includes. Each of these modules keeps its own
 * file.
 */
const PARTS = ['src/client', 'src/generate', 'src/schemas/formats']
/**
 * Modules whose code `generate` copies into its output. They are not shortened, because the package must generate the
 * same bytes as this repository.
 */
const INCLUDED = ['src/generate/parts', 'src/schemas/formats', 'src/client/in-words.js']
/** Reading a property or a global variable has no effect in this code. Unused reads can then be removed. */
const SIDE_EFFECTS = { propertyReadSideEffects: false, unknownGlobalSideEffects: false }
const FORMAT = { compress: { treeshake: SIDE_EFFECTS }, mangle: true, codegen: { removeWhitespace: true } }
/**
 * Folders and modules that are not joined: the folders in `PARTS`, modules that read files next to themselves, and
 * these files.
 */
const KEPT = [
  ...PARTS.map((folder) => `${folder}/`),
  'src/pages/page/',
  'src/pages/page-files.js',
  'src/report/formats/html/page/',
  'src/report/formats/html/page-files.js',
]
/** A cache of the results of `isLight`. */
const light = new Map()
const CLIENT = Object.keys(manifest.exports).filter((name) => /^\.\/(?:client|lobbie|aniva)/.test(name))
const usedByClient = reachable(
  CLIENT.map((name) => manifest.exports[name].default),
  '.js',
)
// Deletes the bundle of the command line that `npm run build` wrote to dist/cli. Writes a short file that imports the
// command line from dist/src instead. In the package, the command line and the library share the joined modules there.
writeCommand()
await joinModules('dist/sandbox', () => true)
await joinModules('dist/src', (file) => !KEPT.some((folder) => file.startsWith(resolve('dist', folder))))
execFileSync(process.execPath, ['scripts/prune.mjs', '--package'], { stdio: 'inherit' })
const isIncluded = (file) => INCLUDED.some((each) => file.startsWith(join('dist', each)))
for (const file of ['src', 'sandbox'].flatMap((folder) => filesIn(join('dist', folder), '.js'))) {
  if (isIncluded(file)) continue
  // The scripts of a page are joined into one script later. Their top-level names are not shortened, because two
  // scripts could then have the same names.
  const mangle = dirname(file).endsWith('/page') ? { toplevel: false } : true
  const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), { ...FORMAT, mangle })
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  writeFileSync(file, code)
}
// Minifies the generated code with the bundler. `minifySync` would remove the comments /* @__PURE__ */, and without
// these comments other bundlers cannot leave out unused validators.
for (const file of filesIn('dist/generated', '.js')) {
  const bundle = await rolldown({ input: file, external: (_, importer) => importer !== undefined, treeshake: false })
  await bundle.write({
    file,
    format: 'esm',
    minify: FORMAT,
    comments: { annotation: true, jsdoc: false, legal: false },
  })
  await bundle.close()
}

const DECLARED = 'dist/src/report/schema/report-schema.d.ts'
writeFileSync(DECLARED, shorten(readFileSync(DECLARED, 'utf8')))
const declarations = filesIn('dist', '.d.ts').filter((file) => !file.startsWith(join('dist', 'proof')))
pruneDeclarations(
  Object.values(manifest.exports).flatMap(({ types }) => (types === undefined ? [] : [join(types)])),
  declarations,
)
// Shortens indentation (the compiler indents declarations by four blanks) and comments.
for (const file of declarations.filter(existsSync)) {
  const text = readFileSync(file, 'utf8')
  const indented = text.replaceAll(/^(?: {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4))
  writeFileSync(file, indented.replaceAll(/\/\*\*[^]*?\*\//g, inFewLines))
}
for (const file of filesIn('dist', '.css')) writeFileSync(file, minifyCss(readFileSync(file, 'utf8')))
for (const file of [...filesIn('specs', '.schema.json'), 'specs/redocly.yaml']) {
  copyFileSync(file, `${file}.orig`)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, file.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text.replaceAll(/^ *#.*\n/gm, ''))
}

copyFileSync('package.json', 'package.json.orig')
for (const key of ['scripts', 'devDependencies', 'allowScripts', 'overrides']) delete manifest[key]
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`)

/**
 * Shortens the type declarations of the report schema, in which the compiler repeats many types. Removes white space
 * and descriptions, and gives names to repeated types.
 */
function shorten(text) {
  let short = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' & { readonly description: string; }', '')
    .replaceAll('import("./typed-schema.ts").ObjectSchema', 'ObjectSchema')
  for (let index = 0, type = repeatedIn(short); type !== undefined; index++, type = repeatedIn(short))
    short = `${short.replaceAll(type, `T${index}`)}type T${index} = ${type}\n`
  return `import type { ObjectSchema } from './typed-schema.ts'\n${short}`
}

/** Returns the longest object type that a text contains at least twice. */
function repeatedIn(text) {
  const counts = new Map()
  for (const { index } of text.matchAll(/ObjectSchema<|\{/g)) {
    let [end, depth] = [index, 0]
    do {
      if ('{<'.includes(text[end])) depth++
      if ('}>'.includes(text[end])) depth--
      end++
    } while (depth > 0 || !'}>'.includes(text[end - 1]))
    const type = text.slice(index, end)
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  const repeated = [...counts.keys()].filter((type) => type.length > 20 && counts.get(type) > 1)
  return repeated.toSorted((one, other) => other.length - one.length)[0]
}

/** Joins the lines of each paragraph of a comment. Editors show the same text. Keeps lists, tags and code. */
function inFewLines(comment) {
  if (/```|~~~|@example\n/.test(comment)) return comment
  return comment
    .replace(/^\/\*\*\n\s*\* /, '/** ')
    .replaceAll(/(?<!\*)\n\s*\* (?=[^\s@`|>#*+-])(?!\d+[.)] )/g, ' ')
    .replace(/\n\s*\*\/$/, ' */')
}

/** Removes comments and white space from CSS. Keeps a blank where it can have a meaning. */
function minifyCss(text) {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/(?<=[\w-]): /g, ':')
    .replaceAll(';}', '}')
}

function filesIn(folder, extension) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(extension))
    .map((file) => join(folder, file))
}

/**
 * Joins the modules of a folder for which `isJoined` returns true. If a module that is not joined imports one of them,
 * the imported module keeps its own file. `isJoined` gets absolute paths.
 */
async function joinModules(folder, isJoined) {
  const inside = (file) => resolve(file).startsWith(resolve(folder) + '/') && isJoined(resolve(file))
  const imported = filesIn('dist', '.js')
    .filter((file) => !file.startsWith(join('dist', 'proof')) && !inside(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/["'](\.{1,2}\/[^"']+\.js)["']/g)].map(([, path]) =>
        join(dirname(file), path),
      ),
    )
  const entries = [...new Set([...ENTRIES, ...imported])].filter((file) => inside(file) && existsSync(file))
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((file) => [file.slice(folder.length + 1, -'.js'.length), file])),
    // The helper functions that the bundler adds are not external: they are copied into the joined modules.
    external: (id, importer) =>
      importer !== undefined &&
      !id.includes('@oxc-project/runtime') &&
      (!/^[./]/.test(id) || !inside(resolve(dirname(importer), id))),
    platform: 'node',
    treeshake: SIDE_EFFECTS,
  })
  const names = { entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' }
  // Puts a module into a common file if at least 9 entries need it, if it loads no package, and if no client loads it.
  const common = { name: 'common', minShareCount: 9, test: (id) => isLight(relative('.', id)) }
  await bundle.write({ dir: folder, format: 'esm', minify: FORMAT, ...names, codeSplitting: { groups: [common] } })
  await bundle.close()
}

/** True if a module loads no package, not even through its imports, and if no client loads the module. */
function isLight(file) {
  if (!existsSync(file)) return true
  if (!light.has(file)) {
    const loadsPackage = /(?:from|import\() ?['"](?!\.|node:)/.test(readFileSync(file, 'utf8'))
    light.set(file, !loadsPackage && !usedByClient.has(file) && importsOf(file, '.js').every(isLight))
  }
  return light.get(file)
}

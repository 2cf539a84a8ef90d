// Joins the modules of the command line into few files in dist/cli, because Node needs a third of its start to find and
// read several hundred files. Runs at the end of the build. The modules in dist/src stay for tests and proof/.
import { relative, resolve, sep } from 'node:path'
import { rolldown } from 'rolldown'

const FOLDER = 'dist/cli'
const bundle = await rolldown({
  input: { bin: 'dist/src/cli/bin.js' },
  // Packages are not joined. The helper functions that the bundler needs are.
  external: (id, importer, isResolved) =>
    !isResolved && importer !== undefined && !id.startsWith('.') && !id.includes('@oxc-project/runtime'),
  platform: 'node',
  // Removing unused code would save no time.
  treeshake: false,
  plugins: [{ name: 'keep-place', transform: { filter: { code: 'import.meta.url' }, handler: keepPlace } }],
})
await bundle.write({ dir: FOLDER, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name].js' })
await bundle.close()

/** Some modules find files beside themselves. After joining, `import.meta.url` must still be the place in dist/src. */
function keepPlace(code, file) {
  const place = JSON.stringify(relative(resolve(FOLDER), file).replaceAll(sep, '/'))
  return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
}

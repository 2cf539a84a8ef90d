import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'rolldown/utils'

/** The helper function that the transformed code calls for a template literal with `</script`. */
const HELPERS =
  'const babelHelpers = { taggedTemplateLiteral: (cooked, raw = cooked) => Object.assign(cooked, { raw }) };'

/** A load hook of `node:module`. It removes the types from TypeScript files, because Node 20 cannot do this itself. */
export async function load(url, context, next) {
  if (!/^file:.*\.ts$/.test(url)) return next(url, context)
  const file = fileURLToPath(url)
  const { code, errors } = await transform(file, await readFile(file, 'utf8'), { helpers: { mode: 'External' } })
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors.map(({ message }) => message).join('; ')}`)
  return { format: 'module', source: HELPERS + code, shortCircuit: true }
}

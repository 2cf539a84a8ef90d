import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ContractError } from '../errors.ts'

/** The file of the package `redoc` that contains Redoc and its dependencies. */
const BUNDLE = 'redoc/bundles/redoc.standalone.js'

/**
 * The address of the image in Redoc's footer. An empty image replaces it, so that the page loads nothing from the
 * network.
 */
const LOGO = /https:\/\/cdn\.redoc\.ly\/[\w./-]+\.svg/g
const EMPTY_IMAGE = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E'

/**
 * Returns the code of Redoc 2, which is installed beside this package or in the folder `from`. Redoc 3 is not used,
 * because it sends usage data to its vendor. Throws `package-missing`.
 */
export function readRedoc(from: string): string {
  const places = [import.meta.url, join(from, 'package.json')].map((place) => createRequire(place))
  const found = places.flatMap((require) => resolved(require, BUNDLE) ?? [])[0]
  const version = found === undefined ? undefined : versionBeside(found)
  if (found === undefined || !version?.startsWith('2.')) {
    throw new ContractError('package-missing', {
      what: `redoc 2, which shows the reference${version === undefined ? '' : ` (installed: redoc ${version})`}`,
      next: 'npm install --save-dev redoc@2.5.4',
    })
  }
  // Changes `</script` and `<!--` in the code, because they would change where the script element of the page ends.
  return readFileSync(found, 'utf8')
    .replaceAll(LOGO, EMPTY_IMAGE)
    .replaceAll(/<(\/script|!--)/gi, '<\\$1')
    .replaceAll(/\r\n?/g, '\n')
}

function resolved(require: NodeJS.Require, file: string): string | undefined {
  try {
    return require.resolve(file)
  } catch {
    return undefined
  }
}

function versionBeside(file: string): string | undefined {
  const manifest = JSON.parse(readFileSync(join(file, '../../package.json'), 'utf8')) as { version?: string }
  return manifest.version
}

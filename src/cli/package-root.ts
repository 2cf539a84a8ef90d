import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { packageFile } from '../document/files/package-file.ts'

/** Returns the folder of this package. Works for code that runs from `src` and for code that runs from `dist`. */
export function packageRoot(): string {
  return packageFile('.')
}

/** True if the working directory is the repository of this package. */
export function isThisRepository(): boolean {
  return realpathSync(packageRoot()) === realpathSync('.') && existsSync('src/client')
}

/** The version of this package. */
export function toolVersion(): string {
  return manifest().version
}

/** The name of this package, from its `package.json`. */
export function packageName(): string {
  return manifest().name
}

function manifest(): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { name: string; version: string }
}

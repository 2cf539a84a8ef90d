import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'

/** Writes the file that npm starts as the command of the package. It loads the modules in dist/src. */
export function writeCommand() {
  rmSync('dist/cli', { recursive: true, force: true })
  mkdirSync('dist/cli')
  writeFileSync('dist/cli/bin.js', "#!/usr/bin/env node\nimport '../src/cli/bin.js'\n")
  chmodSync('dist/cli/bin.js', 0o755)
}

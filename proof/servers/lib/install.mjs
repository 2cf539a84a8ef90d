import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder outside the repository that contains everything that the servers install and write. */
export const cache = process.env.SERVERS_CACHE ?? join(homedir(), '.cache', 'contract-gate-servers')

/** Installs the pinned packages of a server, unless they are installed already. Returns their folder. */
export function install(server) {
  const home = join(cache, server.name)
  const done = join(home, '.installed')
  if (existsSync(done)) return home
  mkdirSync(home, { recursive: true })
  const { pip, npm, debian, sources = [] } = server.install
  if (pip !== undefined) {
    run('python3', ['-m', 'venv', home])
    run(join(home, 'bin/pip'), ['install', '--quiet', ...pip])
  }
  if (npm !== undefined) {
    writeFileSync(join(home, 'package.json'), '{ "private": true }')
    run('npm', ['install', '--no-audit', '--no-fund', ...npm], home)
  }
  if (debian !== undefined) {
    run('apt-get', ['download', ...debian], home)
    run('sh', ['-c', 'for file in *.deb; do dpkg-deb -x "$file" .; done'], home)
  }
  for (const source of sources) {
    const [name] = source.split('==')
    run('pip', ['download', '--quiet', '--no-deps', '--no-binary', name, source], home)
    run('sh', ['-c', 'for file in *.tar.gz; do tar xzf "$file"; done'], home)
  }
  writeFileSync(done, '')
  return home
}

export function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
}

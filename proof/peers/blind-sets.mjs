import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { command, firstLine, mustRun } from './command.mjs'

/**
 * For each blind set of decisions/0015, the commit that added the set. This commit contains the gate and the scenarios
 * of the first run against the set.
 */
const ADDED = {
  a: '44e4ce14a2ab0c59662a31cdd43d53d4fb420353',
  b: '6aba4c9879c5e5c2c07dc77d95affab13af28baa',
  c: '8932b0dad1e1896d4417fe5509792347deb3784f',
  d: '995f0e1882a26e34288b631ea12c6d374466da73',
  e: '5ab9da8c47abc4b93734b8df1e331df6482a8f5e',
}

/**
 * For each blind set, builds the commit that added the set, and loads the faults, the variants and the runner of that
 * commit. The tools get the documents that the gate had in its first run. Sets that cannot be built are returned in
 * `absent`, with the reason.
 */
export async function openBlindSets(folder) {
  const sets = []
  const absent = []
  for (const [name, commit] of Object.entries(ADDED)) {
    try {
      sets.push(await openSet(name, commit, await checkOut(commit, folder)))
    } catch (error) {
      absent.push({ name: `Blind set ${name.toUpperCase()}`, because: firstLine(String(error)) })
    }
  }
  return { sets, absent }
}

async function openSet(name, commit, root) {
  const load = (path) => import(pathToFileURL(join(root, path)).href)
  const lists = await Promise.all(
    ['lobbie', 'aniva'].map(async (api) => Object.values(await load(`dist/proof/faults/${api}/set-${name}.js`)).flat()),
  )
  const variants = Object.values(await load(`dist/proof/variants/set-${name}.js`)).flat()
  const old = await load('proof/peers/measure.mjs')
  const runOne = ({ name: tool }, ...rest) =>
    old.runOne(
      old.PEERS.find((peer) => peer.name === tool),
      ...rest,
    )
  return { name, commit, root, faults: lists.flat(), variants, runOne }
}

/**
 * Builds a commit and returns the folder of the build. The scripts next to this file replace those of the commit. Only
 * `test-data.mjs` is not replaced, because it reads the documents and the sandbox of the commit.
 */
async function checkOut(commit, folder) {
  const root = join(folder, 'at', commit)
  if (!existsSync(join(root, 'dist/report.schema.json'))) {
    mkdirSync(root, { recursive: true })
    await mustRun('sh', ['-c', `git archive ${commit} | tar -x -C "$1"`, 'sh', root])
    await command('rm', ['-f', join(root, 'node_modules')])
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    await mustRun(process.execPath, ['scripts/build.mjs'], { cwd: root })
  }
  for (const name of readdirSync(import.meta.dirname)) {
    if (name !== 'test-data.mjs') cpSync(join(import.meta.dirname, name), join(root, 'proof/peers', name))
  }
  return root
}

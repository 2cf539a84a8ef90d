import { existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const key = 'key-of-this-run-only-0123456789'

/** Etherpad is an editor for several authors. It stores data, requires a key in the query, and serves its document. */
export const server = {
  install: { npm: ['ep_etherpad-lite@1.8.14'] },
  document: { path: '/api/openapi.json' },
  base: '/api/1.2.15',
  scope: [
    ...['/createGroup', '/listAllGroups', '/listPads', '/createGroupPad', '/createPad', '/getText', '/setText'],
    ...['/deletePad', '/createAuthor', '/getAuthorName', '/listPadsOfAuthor', '/createSession', '/getSessionInfo'],
    ...['/listSessionsOfGroup', '/getRevisionsCount', '/getChatHead', '/checkToken', '/getStats', '/deleteSession'],
    '/deleteGroup',
  ],
  /** Creates a pad and a group, so that the server is not empty. */
  async seed({ root }) {
    await fetch(`${root}/api/1.2.15/createPad?padID=first&text=hello&apikey=${key}`)
    await fetch(`${root}/api/1.2.15/createGroup?apikey=${key}`)
  },
  async objects({ root }) {
    const read = async (at) => (await (await fetch(`${root}/api/1.2.15/${at}?apikey=${key}`)).json()).data
    return [...(await read('listAllPads')).padIDs, ...(await read('listAllGroups')).groupIDs]
  },
  ready: '/api/',
  prepare({ home, data, port }) {
    const [packed, files] = [join(home, 'node_modules/ep_etherpad-lite'), join(home, 'etherpad')]
    // Moves the package to a folder named `src` and links to it, because the program finds its own files only in a
    // folder of that name.
    if (!existsSync(files)) {
      mkdirSync(files)
      renameSync(packed, join(files, 'src'))
      symlinkSync(join(files, 'src'), packed)
    }
    writeFileSync(join(data, 'key'), key)
    writeFileSync(
      join(data, 'settings.json'),
      JSON.stringify({ ip: '127.0.0.1', port, dbType: 'dirty', dbSettings: { filename: join(data, 'dirty.db') } }),
    )
  },
  start: ({ home, data }) => ({
    command: process.execPath,
    args: [
      join(home, 'etherpad/src/node/server.js'),
      ...['--settings', join(data, 'settings.json'), '--apikey', join(data, 'key')],
    ],
  }),
  authorize: () => ({}),
  query: { scheme: 'ApiKey', value: key },
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [name, password] = ['admin', 'of-this-run-only']

/** GNS3 emulates networks. It stores data and requires an administrator's token. FastAPI generates its document. */
export const server = {
  install: { pip: ['gns3-server==3.0.6'] },
  document: { path: '/openapi.json' },
  scope: [
    '/version',
    ...['users', 'users/{user_id}', 'users/{user_id}/groups', 'groups', 'groups/{user_group_id}'].map(access),
    ...['groups/{user_group_id}/members', 'groups/{user_group_id}/members/{user_id}'].map(access),
    ...['/pools', '/pools/{resource_pool_id}', '/pools/{resource_pool_id}/resources'],
    '/pools/{resource_pool_id}/resources/{resource_id}',
    ...['/projects', '/projects/{project_id}', '/projects/{project_id}/drawings'],
    '/projects/{project_id}/drawings/{drawing_id}',
  ].map((path) => `/v3${path}`),
  async objects({ root, credentials: headers }) {
    const kinds = { pools: 'resource_pool_id', projects: 'project_id' }
    Object.assign(kinds, { 'access/users': 'user_id', 'access/groups': 'user_group_id' })
    const lists = Object.entries(kinds).map(async ([path, id]) =>
      (await (await fetch(`${root}/v3/${path}`, { headers })).json()).map((object) => `${path} ${object[id]}`),
    )
    return (await Promise.all(lists)).flat()
  },
  ready: '/v3/version',
  prepare({ data, port }) {
    const folders = ['projects', 'images', 'appliances', 'symbols', 'configs', 'secrets']
    for (const folder of folders) mkdirSync(join(data, folder))
    const paths = folders.slice(0, 5).map((folder) => `${folder}_path = ${join(data, folder)}`)
    writeFileSync(
      join(data, 'gns3.conf'),
      `[Server]
host = 127.0.0.1
port = ${port}
secrets_dir = ${join(data, 'secrets')}
${paths.join('\n')}
[Controller]
jwt_secret_key = 0123456789abcdef0123456789abcdef
default_admin_username = ${name}
default_admin_password = ${password}
`,
    )
  },
  start: ({ home, data, port }) => ({
    command: join(home, 'bin/gns3server'),
    args: ['--config', join(data, 'gns3.conf'), '--host', '127.0.0.1', '--port', String(port)],
    env: { HOME: data, XDG_CONFIG_HOME: data },
  }),
  async authorize({ root }) {
    const body = new URLSearchParams({ username: name, password })
    const answer = await fetch(`${root}/v3/access/users/login`, { method: 'POST', body })
    return { authorization: `Bearer ${(await answer.json()).access_token}` }
  },
  /** Creates a project and a pool, so that the server is not empty. */
  async seed({ root, credentials }) {
    const headers = { ...credentials, 'content-type': 'application/json' }
    await fetch(`${root}/v3/projects`, { method: 'POST', headers, body: '{"name":"first"}' })
    await fetch(`${root}/v3/pools`, { method: 'POST', headers, body: '{"name":"first"}' })
  },
}

function access(path) {
  return `/access/${path}`
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const token = 'admin-token-of-this-run-only-0123456789'

/** JupyterHub starts notebook servers. It stores data and requires a token. Its source contains the document. */
export const server = {
  install: {
    pip: ['jupyterhub==6.1.1'],
    npm: ['configurable-http-proxy@5.3.0'],
    sources: ['jupyterhub==6.1.1'],
  },
  document: { file: 'jupyterhub-6.1.1/docs/source/_static/rest-api.yml' },
  base: '/hub/api',
  scope: [
    ...['/', '/info', '/user', '/users', '/users/{name}', '/users/{name}/activity'],
    ...['/users/{name}/tokens', '/users/{name}/tokens/{token_id}', '/groups', '/groups/{name}'],
    ...['/groups/{name}/users', '/groups/{name}/properties', '/services', '/services/{name}'],
  ],
  async objects({ base, credentials: headers }) {
    const lists = ['/users', '/groups'].map(async (at) => (await fetch(base + at, { headers })).json())
    return (await Promise.all(lists)).flat().map(({ name }) => name)
  },
  ready: '/hub/api',
  prepare({ data, port }) {
    writeFileSync(
      join(data, 'jupyterhub_config.py'),
      `c.JupyterHub.bind_url = 'http://127.0.0.1:${port}'
c.JupyterHub.hub_port = ${port + 1}
c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:${port + 2}'
c.JupyterHub.authenticator_class = 'dummy'
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = 'simple'
c.Spawner.start_timeout = 3
c.JupyterHub.services = [{'name': 'tester', 'api_token': '${token}'}]
c.JupyterHub.load_groups = {'staff': {'users': ['ada']}}
c.JupyterHub.load_roles = [{'name': 'tester', 'scopes': ['admin-ui', 'admin:users', 'admin:servers', 'tokens',
  'admin:groups', 'list:services', 'read:services', 'read:hub', 'proxy', 'shares', 'access:servers'],
  'services': ['tester']}, {'name': 'user', 'scopes': ['self']}]
`,
    )
  },
  start: ({ home, data }) => ({
    command: join(home, 'bin/jupyterhub'),
    args: ['-f', join(data, 'jupyterhub_config.py')],
    env: { PATH: `${join(home, 'bin')}:${join(home, 'node_modules/.bin')}:${process.env.PATH}` },
  }),
  authorize: () => ({ authorization: `Bearer ${token}` }),
}

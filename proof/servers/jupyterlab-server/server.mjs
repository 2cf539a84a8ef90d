import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const token = 'token-of-this-run-only-0123456789'

/** The API of JupyterLab. It stores data and requires a token. Its package contains the hand-written document. */
export const server = {
  install: { pip: ['jupyterlab-server==2.28.1'] },
  document: { file: 'lib/python3.11/site-packages/jupyterlab_server/rest-api.yml' },
  async objects({ root, credentials: headers }) {
    return (await (await fetch(`${root}/lab/api/workspaces/`, { headers })).json()).workspaces.ids
  },
  ready: '/lab/api/settings/',
  /** Uses the settings and the workspaces from the tests of the package. */
  prepare({ home, data, port }) {
    const code = 'import jupyterlab_server; print(jupyterlab_server.__path__[0])'
    const library = execFileSync(join(home, 'bin/python'), ['-c', code], { encoding: 'utf8' }).trim()
    cpSync(join(library, 'test_data'), join(data, 'lab'), { recursive: true })
    for (const folder of ['settings', 'files', 'lab/static', 'lab/themes']) mkdirSync(join(data, folder))
    writeFileSync(
      join(data, 'config.py'),
      `c.ServerApp.ip = '127.0.0.1'
c.ServerApp.port = ${port}
c.ServerApp.port_retries = 0
c.ServerApp.open_browser = False
c.ServerApp.allow_root = True
c.ServerApp.root_dir = '${join(data, 'files')}'
c.IdentityProvider.token = '${token}'
c.LabServerApp.app_settings_dir = '${join(data, 'lab/app-settings')}'
c.LabServerApp.schemas_dir = '${join(data, 'lab/schemas')}'
c.LabServerApp.static_dir = '${join(data, 'lab/static')}'
c.LabServerApp.templates_dir = '${join(library, 'templates')}'
c.LabServerApp.themes_dir = '${join(data, 'lab/themes')}'
c.LabServerApp.user_settings_dir = '${join(data, 'settings')}'
c.LabServerApp.workspaces_dir = '${join(data, 'lab/workspaces')}'
`,
    )
  },
  start: ({ home, data }) => ({
    command: join(home, 'bin/python'),
    args: ['-m', 'jupyterlab_server', `--config=${join(data, 'config.py')}`],
    env: { HOME: data, JUPYTER_CONFIG_DIR: data, JUPYTER_DATA_DIR: data, JUPYTER_RUNTIME_DIR: data },
  }),
  authorize: () => ({ authorization: `token ${token}` }),
}

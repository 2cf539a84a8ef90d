import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Netdata measures this machine. Its API only reads and requires no login. Its package contains the document. */
export const server = {
  install: { debian: ['netdata-core=1.37.1-2', 'netdata-web=1.37.1-2', 'libnetfilter-acct1'] },
  document: { file: 'usr/share/netdata/web/netdata-swagger.yaml' },
  base: '/api/v1',
  ready: '/api/v1/info',
  prepare({ home, data }) {
    writeFileSync(
      join(data, 'netdata.conf'),
      `[global]
run as user = root
[directories]
config = ${data}
stock config = ${data}
cache = ${data}
lib = ${data}
log = ${data}
web = ${join(home, 'usr/share/netdata/web')}
plugins = ${data}
[db]
mode = ram
[web]
bind to = 127.0.0.1
[plugins]
apps = no
python.d = no
charts.d = no
ebpf = no
go.d = no
`,
    )
  },
  start: ({ home, data, port }) => ({
    command: join(home, 'usr/sbin/netdata'),
    args: ['-D', '-c', join(data, 'netdata.conf'), '-p', String(port)],
    env: { LD_LIBRARY_PATH: join(home, 'usr/lib/x86_64-linux-gnu'), DO_NOT_TRACK: '1' },
  }),
}

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const token = '0123456789abcdef0123456789abcdef01234567'

/** Bugsink tracks program errors. It stores data and requires a token. drf-spectacular generates its document. */
export const server = {
  install: { pip: ['bugsink==2.6.2'] },
  document: { path: '/api/canonical/0/schema/' },
  scope: [
    ...['teams/', 'teams/{id}/', 'projects/', 'projects/{id}/', 'releases/', 'releases/{id}/', 'issues/'],
    ...['issues/{id}/', 'issues/{id}/mute/', 'issues/{id}/unmute/', 'issues/{id}/mute-for/', 'issue-comments/'],
    ...['events/', 'events/{id}/', 'events/{id}/stacktrace/'],
  ].map((path) => `/api/canonical/0/${path}`),
  async objects({ root, credentials: headers }) {
    const ids = async (path) => {
      const found = []
      for (let at = `${root}/api/canonical/0/${path}`; at;) {
        const page = await (await fetch(at, { headers })).json()
        found.push(...page.results.map(({ id }) => id))
        at = page.next
      }
      return found
    }
    const releases = (await ids('projects/')).map((id) => ids(`releases/?project=${id}`))
    return [...(await ids('teams/')), ...(await ids('issues/')), ...(await Promise.all(releases)).flat()]
  },
  ready: '/health/ready',
  prepare({ home, data, port }) {
    const manage = (...args) =>
      execFileSync(join(home, 'bin/bugsink-manage'), args, { cwd: data, stdio: ['ignore', 'ignore', 'ignore'] })
    execFileSync(
      join(home, 'bin/bugsink-create-conf'),
      ['--template=local', '--host', '127.0.0.1', '--port', String(port)],
      { cwd: data, stdio: 'ignore' },
    )
    manage('migrate')
    manage('migrate', 'snappea', '--database', 'snappea')
    writeFileSync(join(data, 'fill.py'), fill)
    manage('shell', '-c', 'exec(open("fill.py").read())')
  },
  start: ({ home, data, port }) => ({
    command: join(home, 'bin/gunicorn'),
    args: ['--bind', `127.0.0.1:${port}`, '--workers', '1', '--threads', '4', 'bugsink.wsgi'],
    env: { PYTHONPATH: data },
  }),
  /** Creates two errors, as a program would report them. */
  async seed({ root, credentials: headers }) {
    const { results } = await (await fetch(`${root}/api/canonical/0/projects/`, { headers })).json()
    const key = new URL(results[0].dsn).username
    for (const [at, type] of ['ValueError', 'KeyError'].entries()) {
      await fetch(`${root}/api/${results[0].id}/store/?sentry_key=${key}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          event_id: `0000000000004000800000000000000${at}`,
          timestamp: Math.floor(Date.now() / 1000),
          platform: 'python',
          exception: { values: [{ type, value: 'x' }] },
        }),
      })
    }
  },
  authorize: () => ({ authorization: `Bearer ${token}` }),
}

/** A Python program that creates a user with a token, a team and a project, so that the server is not empty. */
const fill = `
from django.contrib.auth import get_user_model
from django.db.models import BooleanField
from bsmain.models import AuthToken
from projects.models import Project
from teams.models import Team
get_user_model().objects.create_superuser(username='ada', password='of-this-run-only')
all = {f.name: True for f in AuthToken._meta.fields if isinstance(f, BooleanField) and not f.name.startswith('is_')}
AuthToken.objects.create(token='${token}', **all)
team = Team.objects.create(name='First')
Project.objects.create(name='Shop', team=team)
`

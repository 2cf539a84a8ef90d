// A server in a separate process: the sandbox, or a single hono route that reads a JSON body and answers.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { listen } from '../../dist/sandbox/listen.js'
import { createSandbox } from '../../dist/sandbox/sandbox.js'

if (process.argv[2] === 'bare') {
  const app = new Hono()
  app.put('/bare', async (context) =>
    context.json({ ...(await context.req.json()), id: 1, status: 'SCHEDULED', durationMinutes: 30 }),
  )
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    process.send({ url: `http://127.0.0.1:${port}` }),
  )
} else {
  const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
  const { url } = await listen(sandbox)
  process.send({
    url,
    demo: { lobbie: sandbox.demo.lobbie.path, aniva: sandbox.demo.aniva.path },
    partners: sandbox.partners,
  })
}
process.on('disconnect', () => process.exit(0))

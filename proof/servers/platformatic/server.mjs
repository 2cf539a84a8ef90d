import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Platformatic offers database tables as an API. It stores data, requires no login, and generates its document. */
export const server = {
  install: { npm: ['@platformatic/db@2.61.0'] },
  document: { path: '/documentation/json' },
  async objects({ root }) {
    const ids = async (table) => {
      const found = []
      for (;;) {
        const rows = await (await fetch(`${root}/${table}/?limit=100&offset=${found.length}&orderby.id=asc`)).json()
        found.push(...rows.map(({ id }) => `${table} ${id}`))
        if (rows.length < 100) return found
      }
    }
    return [...(await ids('authors')), ...(await ids('books'))]
  },
  ready: '/documentation/json',
  prepare({ data, port }) {
    mkdirSync(join(data, 'migrations'))
    writeFileSync(join(data, 'migrations/001.do.sql'), tables)
    writeFileSync(
      join(data, 'platformatic.json'),
      JSON.stringify({
        $schema: 'https://schemas.platformatic.dev/@platformatic/db/2.61.0.json',
        server: { hostname: '127.0.0.1', port, logger: { level: 'warn' } },
        db: { connectionString: 'sqlite://./db.sqlite', openapi: true, graphql: false },
        migrations: { dir: 'migrations', autoApply: true },
      }),
    )
  },
  // Starts the server from code. The command of the package would listen on all addresses in a container.
  start: ({ home, port }) => ({
    command: process.execPath,
    args: ['--input-type=module', '--eval', program(join(home, 'node_modules/@platformatic/db/index.js'), port)],
  }),
}

function program(library, port) {
  return `const { buildServer } = await import('${library}')
const app = await buildServer('platformatic.json')
await app.listen({ host: '127.0.0.1', port: ${port} })`
}

const tables = `
CREATE TABLE authors (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, born DATE, email VARCHAR(80) UNIQUE);
CREATE TABLE books (id INTEGER PRIMARY KEY, title VARCHAR(80) NOT NULL, pages INTEGER NOT NULL DEFAULT 1,
  price DECIMAL(8,2), in_print BOOLEAN NOT NULL DEFAULT true, author_id INTEGER REFERENCES authors(id),
  updated_at TIMESTAMP);
INSERT INTO authors (id, name, born, email) VALUES (1, 'Ada', '1815-12-10', 'ada@example.org'), (2, 'Bob', NULL, NULL);
INSERT INTO books (id, title, pages, price, author_id) VALUES (1, 'Notes', 60, 2.5, 1), (2, 'Tales', 120, NULL, 2);
`

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { runGate, runMain } from '../support/run-main.ts'

const [, section = ''] = /\n## Add an API\n([\s\S]*?)\n## /.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? []
const blocks = [...section.matchAll(/^ {3}```(\w+) (\S+)\n([\s\S]*?)^ {3}```/gm)].map(
  ([, kind = '', name = '', text = '']) => ({ kind, name, text: text.replaceAll(/^ {3}/gm, '') }),
)
const blockOf = (kind: string): { name: string; text: string } =>
  blocks.find((block) => block.kind === kind) ?? { name: '', text: '' }

test('an API that is added with the guide "Add an API" is valid, passes on the mock and has the named exports', async () => {
  const repository = process.cwd()
  await inFolder({}, async (folder) => {
    cpSync(join(repository, 'specs'), join(folder, 'specs'), { recursive: true })
    cpSync(join(repository, '.github'), join(folder, '.github'), { recursive: true })
    const document = blockOf('yaml')
    mkdirSync(dirname(document.name), { recursive: true })
    writeFileSync(document.name, document.text)
    const commands = blockOf('sh').text.trim().split('\n')
    expect(commands).toHaveLength(4)
    for (const command of commands) {
      const [, name = '', ...rest] = command.split(' ')
      const { code, err } = name === 'gate' ? await runGate(rest) : await runMain([name, ...rest])
      expect([command, code, err]).toEqual([command, 0, expect.anything()])
    }
    for (const file of ['policy.yaml', 'scenarios.overlay.yaml']) expect(existsSync(`specs/orders/${file}`)).toBe(true)
    const exported = Object.values(JSON.parse(blockOf('json').text) as Record<string, string>)
    const made = (name: string): boolean =>
      ['ts', 'js'].some((ending) => existsSync(`generated/orders/${name}.${ending}`))
    expect(exported.filter((name) => name !== 'handlers' && !made(name))).toEqual([])
  })
}, 60_000)

test('the guide "Add an API" adds the exports that the shipped API Lobbie has', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, { default: string }>
  }
  const guide = JSON.parse(blockOf('json').text) as Record<string, string>
  for (const [door, file] of Object.entries(guide)) {
    expect(exports[door.replace('orders', 'lobbie')]?.default).toBe(`./dist/generated/lobbie/${file}.js`)
  }
})

import { expect, test } from 'vitest'
import { inFolder } from '../support/in-folder.ts'
import { petsDocument } from '../support/pets-server.ts'
import { runMain } from '../support/run-main.ts'

const config = (graph: string) => ({
  'pets.json': petsDocument(),
  'contract.config.yaml': `apis: { pets: { graph: ${graph} } }\n`,
})
const print = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  inFolder(files, () => runMain(['plan', 'pets.json', ...args]))

test('plan --graph prints which operation returns the ids for which path, as text or as a Mermaid diagram', async () => {
  const text = await print({ 'pets.json': petsDocument() }, '--graph')
  expect([text.code, text.err]).toEqual([0, ''])
  expect(text.out).toContain('from  POST /pets (addPet), which creates it')
  const mermaid = await print({ 'pets.json': petsDocument() }, '--graph', 'mermaid')
  expect(mermaid.out).toMatch(/^flowchart LR\n/)
})

test('plan --graph and the gate apply the changes that contract.config.yaml makes to the graph', async () => {
  const files = config("{ '/pets/{petId}': [listPets] }")
  expect((await print(files, '--graph')).out).not.toContain('POST /pets')
  const gate = ['gate', '--spec', 'pets.json', '-u', 'http://127.0.0.1:9', '--dry-run']
  const { out } = await inFolder(files, () => runMain(gate))
  expect(out).toContain('a request with petId from GET /pets\n')
})

test.each([
  ["{ '/pets/{petId}': [listPet] }", 'did you mean listPets?'],
  ["{ '/pet/{petId}': [listPets] }", 'did you mean /pets/{petId}?'],
])(
  'a correction of the graph is refused if its path or operation is unknown; the error has the line and the most similar name: %s',
  async (graph, next) => {
    const { code, err } = await print(config(graph), '--graph')
    expect(code).toBe(2)
    expect(err).toContain('contract.config.yaml:1')
    expect(err).toContain(next)
  },
)

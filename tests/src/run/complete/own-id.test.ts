import { expect, test } from 'vitest'
import type { Case } from '../../../../src/cases/case.ts'
import type { Json } from '../../../../src/json.ts'
import { withOwnId } from '../../../../src/run/complete/own-id.ts'

function sent(method: string, path: string, body: Json, about: Partial<Case> = {}): Json {
  const aCase = { operation: { method, path }, path: 'updatePet/valid/fields/age', ...about } as Case
  return withOwnId(aCase, { name: 'rex', petId: '7' }, body)
}

test.each<[string, string, Json, Json]>([
  ['PATCH', '/pets/{name}', { name: 'other', age: 2 }, { name: 'rex', age: 2 }],
  ['PUT', '/pets/{petId}', { petId: '1' }, { petId: '7' }],
  ['PUT', '/pets/{petId}/', { id: 1, age: 2 }, { id: 7, age: 2 }],
])('in the body of %s %s, the id is replaced by the id in the path: %o becomes %o', (method, path, body, own) => {
  expect(sent(method, path, body)).toEqual(own)
})

test.each<[string, string, Json]>([
  ['POST', '/pets/{name}', { name: 'other' }],
  ['PATCH', '/pets/{name}/toys', { name: 'ball' }],
  ['PATCH', '/pets/{name}', { id: 'other' }],
  ['PATCH', '/pets/{name}', { name: null }],
  ['PATCH', '/pets/{petId}', [{ op: 'replace', path: '/petId', value: '1' }]],
])('in the body of %s %s, nothing is replaced: %o', (method, path, body) => {
  expect(sent(method, path, body)).toEqual(body)
})

test('the wrong id in the body is not replaced if the case tests a wrong id', () => {
  const about = {
    path: 'updatePet/negative/body/name/minLength/short',
    negative: { clause: '/name', name: 'short', keyword: 'minLength' },
  }
  expect(sent('PATCH', '/pets/{name}', { name: '' }, about)).toEqual({ name: '' })
})

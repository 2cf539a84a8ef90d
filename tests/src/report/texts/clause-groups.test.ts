import { describe, expect, test } from 'vitest'
import { foldClauses, groupNotExercised, shortClause } from '../../../../src/report/texts/clause-groups.ts'
import type { ClauseReport } from '../../../../src/report/report.ts'
import { reportOf } from '../../../support/report-of.ts'

const JSON_BODY = '/content/application~1json/schema'

describe('shortClause', () => {
  const table: [pointer: string, kind: ClauseReport['kind'], short: string][] = [
    ['/responses/200', 'status', '200'],
    [`/responses/200${JSON_BODY}/properties/status/enum/NO_SHOW`, 'enum-member', '200/status/enum/NO_SHOW'],
    [`/responses/200${JSON_BODY}/properties/items/items/properties/id/type`, 'keyword', '200/items/*/id/type'],
    [`/responses/200${JSON_BODY}/properties/properties/type`, 'keyword', '200/properties/type'],
    [`/responses/200${JSON_BODY}/required/schema`, 'keyword', '200/required/schema'],
    ['/responses/200/content/application~1json', 'content-type', '200/content/application/json'],
    ['/responses/429/headers/Retry-After/required', 'header', '429/headers/Retry-After/required'],
    [`/requestBody${JSON_BODY}/properties/note/type`, 'refuses', 'body/note/type:refuses'],
    ['/x-update/refused', 'update-refused', 'x-update/refused'],
    ['', 'status', ''],
  ]
  test.each(table)('shortens the clause with the pointer %s and the kind %s to %s', (pointer, kind, short) => {
    expect(shortClause({ pointer, kind })).toBe(short)
  })
})

describe('foldClauses', () => {
  const [run = expect.fail()] = reportOf([{ state: 'blocked', target: 'sandbox' }]).runs
  const [any = expect.fail()] = run.clauses

  test('joins clauses whose JSON pointers differ in one token; every clause stays in one group', () => {
    const of = (pointer: string, kind: ClauseReport['kind']): ClauseReport => ({ ...any, pointer, kind })
    expect(
      foldClauses([
        of('/responses/200/required/id', 'keyword'),
        of('/responses/200/required/note', 'keyword'),
        of(`/responses/200${JSON_BODY}/properties/id/type`, 'keyword'),
        of(`/responses/200${JSON_BODY}/properties/note/type`, 'keyword'),
        of(`/requestBody${JSON_BODY}/properties/note/type`, 'accepts'),
        of(`/requestBody${JSON_BODY}/properties/note/type`, 'refuses'),
        of('/responses/404', 'status'),
      ]),
    ).toEqual([
      '200/required/{id,note}',
      '200/{id,note}/type',
      'body/note/type:accepts',
      'body/note/type:refuses',
      '404',
    ])
  })

  test('every clause that the run did not exercise is in exactly one group', () => {
    const groups = groupNotExercised(run)
    expect(groups.flatMap(({ clauses }) => clauses).length).toBe(run.clauses.length)
    expect(groups.map(({ state }) => state)).toEqual(['blocked'])
  })
})

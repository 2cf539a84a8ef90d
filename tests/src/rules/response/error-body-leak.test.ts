import { describe, expect, test } from 'vitest'
import { errorBodyLeak } from '../../../../src/rules/response/error-body-leak.ts'
import { found } from '../../../support/orders-execution.ts'

const refused = {
  status: 400,
  expect: { kind: 'refused', part: 'body' },
  negative: { clause: '/requestBody/required', name: 'empty', keyword: 'required' },
} as const

describe('the rule error_body_leak', () => {
  test.each([
    'due must carry a time zone, like 2026-01-08T10:00:00Z',
    'See https://docs.example.com/errors/400 for /orders/{id}',
    'Select one from the list: small, large',
    'The update set was empty',
    'Delete it from your calendar first',
    'not a path: and/or, either/or, 24/7',
    'A user with this key already exists, see line 3 of your document',
    'The constraint failed because count is negative',
    'The callback URL must look like https://host:443/path',
    'A value violates the constraint `count >= 1`',
  ])(`accepts the text %j, as in: ${errorBodyLeak.examples.passes}`, (error) =>
    expect(found({ ...refused, body: { error } })).toEqual([]),
  )

  test.each([
    'TypeError: x is undefined\n    at update (/srv/app/orders.js:10:5)',
    'Traceback (most recent call last):\n  File "app.py", line 3',
    'java.lang.NullPointerException\n\tat com.example.orders.Update.run(Update.java:31)',
    "SELECT id, note FROM orders WHERE id = '7'",
    'duplicate key: INSERT INTO orders (id) VALUES (7)',
    'ENOENT: no such file or directory, open /var/lib/orders/7.json',
    'C:\\inetpub\\orders\\web.config',
    "app/models/order.rb:12:in 'save': boom (RuntimeError)",
    "thread 'main' panicked at src/main.rs:12:5:",
    'duplicate key value violates unique constraint "orders_pkey"',
    'UNIQUE constraint failed: orders.id',
    "You have an error in your SQL syntax; check the manual near 'x'",
    "Duplicate entry '7' for key 'orders.PRIMARY'",
    'Unclosed quotation mark after the character string',
    'E11000 duplicate key error collection: shop.orders',
    'cannot reach postgres://admin:hunter2@db.internal:5432/shop',
    '-----BEGIN RSA PRIVATE KEY-----',
  ])(`reports the text %j, as in: ${errorBodyLeak.examples.fails}`, (error) =>
    expect(found({ ...refused, body: { error } })).toEqual(['error_body_leak /responses/400 /error']),
  )

  const trace = 'TypeError: x\n    at update (/srv/app/orders.js:10:5)'
  test('reports a leak and also a violation of the schema in the same body', () => {
    expect(found({ ...refused, body: { fault: trace } })).toEqual([
      expect.stringMatching(/^response_schema_conformance/),
      'error_body_leak /responses/400 /fault',
    ])
  })
  test('reports a leak in a response with an undocumented status', () => {
    expect(found({ ...refused, status: 418, body: { error: trace } }).at(-1)).toBe('error_body_leak /responses /error')
  })
  test('reports a leak in a header, but not a path in Location', () => {
    expect(found({ ...refused, headers: { 'x-debug': 'at run (/srv/app/orders.js:10:5)' } })).toEqual([
      'error_body_leak /responses/400 x-debug',
    ])
    expect(found({ ...refused, headers: { location: '/home/orders/7' } })).toEqual([])
  })

  test('reports leaks in the body and in the headers of the same response', () => {
    const key = 'a-long-secret-key'
    expect(
      found({ ...refused, body: { error: trace }, headers: { 'x-key-seen': key }, requestHeaders: [['X-Key', key]] }),
    ).toEqual(['error_body_leak /responses/400 /error', 'error_body_leak /responses/400 x-key-seen'])
  })
  test('reports a leak in the response to an undocumented method', () => {
    const method = { expect: { kind: 'unsupported-method' }, method: 'TRACE', status: 405 } as const
    expect(found({ ...method, headers: { allow: 'PATCH' }, body: { error: trace } }).at(-1)).toBe(
      'error_body_leak /responses /error',
    )
  })
})

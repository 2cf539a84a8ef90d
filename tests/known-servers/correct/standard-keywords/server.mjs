import { empty, route } from '../../toolkit.mjs'

// Written as text, because JSON.stringify writes 5.0 as 5 and 1e2 as 100.
const text = `{
  "prices": [19.99, 4.35, 1.1, 0.07, 100, 1e2, 0, 1.13],
  "range": [1, "to"],
  "owner": "o'hara+news@mail.example.com",
  "link": "/items{?page,size*}",
  "names": ["Ægir", "Øst", "東京"],
  "count": 5.0,
  "maybe": null,
  "extra": { "kind": "a", "rate": 1.5, "x-note": {} },
  "tree": { "label": "😀😀" }
}`

/** @returns {import('../../serve.mjs').Handler} */
export function createServer() {
  return route(
    { 'GET /prices': () => new Response(text, { headers: { 'content-type': 'application/json' } }) },
    (status) => empty(status),
  )
}

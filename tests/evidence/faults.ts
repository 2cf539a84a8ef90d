import type { Canaries } from './canaries.ts'
import type { Lie, Told } from './clinic-server.ts'

/** Lies by their name: every place of a response that may carry a confidential value, and fail there. */
export function liesOf(canaries: Canaries): Readonly<Record<string, Lie>> {
  const { text, word, name, number } = canaries
  const on =
    (status: number, change: (told: Told, body: Record<string, never>) => Partial<Told>): Lie =>
    (told) =>
      told.status === status ? { ...told, ...change(told, told.body as Record<string, never>) } : told
  const stack = `Error: ${text('text of a stack')}\n    at ${word('function of a stack')} (/srv/${word('file of a stack')}.js:1:2)`
  return {
    'a value outside an enum': on(200, (_, body) => ({ body: { ...body, kind: word('invented kind') } })),
    'a value outside the enum of an error': on(400, (_, body) => ({ body: { ...body, code: word('invented code') } })),
    'a field that nobody knows': on(200, (_, body) => ({
      body: { ...body, extra: text('extra field'), [text('name of a field')]: { deep: [text('deep extra field')] } },
    })),
    'a field that nobody knows, spelt like others': on(200, (_, body) => ({
      body: { ...body, [name('plain name of a field')]: { [name('plain name in a field')]: true } },
    })),
    'a field that nobody knows in a closed object': on(409, (_, body) => ({
      body: { ...body, closed: { [name('plain name in a closed object').toUpperCase()]: true } },
    })),
    'fields of other types': on(200, (_, body) => ({
      body: { ...body, id: text('id that is none'), due: text('time that is none'), note: number('note that is none') },
    })),
    'a person without what is required': on(200, (_, body) => ({
      body: { ...body, people: { [text('name of somebody')]: { born: text('birth of somebody') } } },
    })),
    'a person of a plain name without what is required': on(200, (_, body) => ({
      body: { ...body, people: { [name('plain name of somebody')]: { born: text('birth') } } },
    })),
    'a person of another type': on(200, (_, body) => ({
      body: { ...body, people: { [text('name of a child')]: { age: text('age of a child') } } },
    })),
    'the id of another visit': on(200, (_, body) => ({ body: { ...body, id: number('id of another visit') } })),
    'another hour': on(200, (_, body) => ({
      body: { ...body, due: canaries.instant('another hour').replace('T09', 'T11') },
    })),
    'an update that is not applied': (told, { before }) => (told.status === 200 ? { ...told, body: before } : told),
    'a note that the scenario does not have': on(200, (_, body) => ({
      body: { ...body, note: text('note of a liar') },
    })),
    'a trace of a refused update': (told, { visit }) => {
      if (told.status === 400)
        Object.assign(visit, {
          [name('plain trace')]: 1,
          [text('name of a trace')]: text('trace'),
          due: text('time of a trace'),
        })
      return told
    },
    'a neighbour that changes, and how': (told, { neighbour }) => {
      const member = name('plain name of a neighbour')
      if (told.status === 200) neighbour[member] = Number(neighbour[member] ?? 0) + 1
      return told
    },
    'a neighbour that changes': (told, { neighbour }) => {
      if (told.status === 200) Object.assign(neighbour, { [text('neighbour field')]: text('neighbour value') })
      return told
    },
    'a stack trace': on(400, () => ({ body: { error: stack } })),
    'a statement of SQL': on(400, () => ({
      body: { error: `SELECT * FROM ${word('table')} WHERE n = '${text('row')}'` },
    })),
    'an echo of the credentials and the query': (told, { key = '', url }) =>
      told.status === 400 ? { ...told, body: { error: `key ${key} at ${url}`, url, key } } : told,
    'an echo in Base64 and hex': (told, { key = '' }) =>
      told.status === 400
        ? { ...told, body: { error: Buffer.from(key).toString('base64'), hex: Buffer.from(key).toString('hex') } }
        : told,
    'a redirect': on(200, () => ({
      status: 302,
      headers: {
        location: `https://${word('host of a redirect')}.example/${encodeURIComponent(text('path of a redirect'))}`,
      },
      body: '',
    })),
    'another content type': on(200, (told) => ({
      headers: { ...told.headers, 'content-type': `application/x-${word('media type')}; charset=${word('charset')}` },
    })),
    'a parameter of the content type': on(200, (told) => ({
      headers: { ...told.headers, 'content-type': `text/html; boundary=${word('boundary')}` },
    })),
    'a header that breaks its schema': on(200, (told) => ({
      headers: { ...told.headers, 'X-Revision': word('revision that is none') },
    })),
    'methods of its own': on(405, (told) => ({
      status: 200,
      headers: { ...told.headers, allow: word('allowed method') },
    })),
    'a fault inside': on(200, () => ({
      status: 500,
      headers: { 'content-type': 'text/html' },
      body: `<pre>${stack}</pre>`,
    })),
    'a body that is no JSON': on(200, () => ({ body: `{"note": ${text('body that is no JSON')}` })),
    'a name twice': on(200, () => ({ body: `{"note":"${word('first note')}","note":"${word('second note')}"}` })),
    'a status that nobody documented': on(200, (_, body) => ({ status: 218, body: { ...body, why: text('why 218') } })),
    'an open door': on(401, (told) => ({
      status: 200,
      body: { ...(told.body as object), note: text('note for nobody') },
    })),
  }
}

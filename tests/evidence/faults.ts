import type { Canaries } from './canaries.ts'
import type { ResponseFault, ClinicResponse } from './clinic-server.ts'

/**
 * Returns faults by name. Each fault puts a canary (a unique secret value) into one part of a response, so that a check
 * fails. There is a fault for every part.
 */
export function faultsOf(canaries: Canaries): Readonly<Record<string, ResponseFault>> {
  const { text, word, name, number } = canaries
  const on =
    (
      status: number,
      change: (response: ClinicResponse, body: Record<string, never>) => Partial<ClinicResponse>,
    ): ResponseFault =>
    (response) =>
      response.status === status
        ? { ...response, ...change(response, response.body as Record<string, never>) }
        : response
  const stack = `Error: ${text('text of a stack')}\n    at ${word('function of a stack')} (/srv/${word('file of a stack')}.js:1:2)`
  return {
    'a value outside an enum': on(200, (_, body) => ({ body: { ...body, kind: word('invented kind') } })),
    'a value outside the enum of an error': on(400, (_, body) => ({ body: { ...body, code: word('invented code') } })),
    'an undocumented field': on(200, (_, body) => ({
      body: { ...body, extra: text('extra field'), [text('name of a field')]: { deep: [text('deep extra field')] } },
    })),
    'an undocumented field whose name looks ordinary': on(200, (_, body) => ({
      body: { ...body, [name('plain name of a field')]: { [name('plain name in a field')]: true } },
    })),
    'an undocumented field in a closed object': on(409, (_, body) => ({
      body: { ...body, closed: { [name('plain name in a closed object').toUpperCase()]: true } },
    })),
    'fields of other types': on(200, (_, body) => ({
      body: {
        ...body,
        id: text('id of the wrong type'),
        due: text('time of the wrong type'),
        note: number('note of the wrong type'),
      },
    })),
    'a missing required field in a map entry': on(200, (_, body) => ({
      body: {
        ...body,
        people: { [text('name of an incomplete person')]: { born: text('birth of an incomplete person') } },
      },
    })),
    'a missing required field in a map entry whose name looks ordinary': on(200, (_, body) => ({
      body: { ...body, people: { [name('ordinary name of an incomplete person')]: { born: text('birth') } } },
    })),
    'a field of the wrong type in a map entry': on(200, (_, body) => ({
      body: { ...body, people: { [text('name of a child')]: { age: text('age of a child') } } },
    })),
    'the id of another visit': on(200, (_, body) => ({ body: { ...body, id: number('id of another visit') } })),
    'a time that is shifted by hours': on(200, (_, body) => ({
      body: { ...body, due: canaries.instant('a time that is shifted by hours').replace('T09', 'T11') },
    })),
    'an update that is not applied': (response, { before }) =>
      response.status === 200 ? { ...response, body: before } : response,
    'a value that differs from the scenario': on(200, (_, body) => ({
      body: { ...body, note: text('note that differs from the scenario') },
    })),
    'a refused update that changes the resource': (response, { visit }) => {
      if (response.status === 400)
        Object.assign(visit, {
          [name('plain trace')]: 1,
          [text('name of a trace')]: text('trace'),
          due: text('time of a trace'),
        })
      return response
    },
    'a change of another resource, in a field whose name looks ordinary': (response, { neighbour }) => {
      const member = name('plain name of a neighbour')
      if (response.status === 200) neighbour[member] = Number(neighbour[member] ?? 0) + 1
      return response
    },
    'a change of another resource': (response, { neighbour }) => {
      if (response.status === 200) Object.assign(neighbour, { [text('neighbour field')]: text('neighbour value') })
      return response
    },
    'a stack trace': on(400, () => ({ body: { error: stack } })),
    'an SQL statement': on(400, () => ({
      body: { error: `SELECT * FROM ${word('table')} WHERE n = '${text('row')}'` },
    })),
    'an error body that contains the credentials and the query': (response, { key = '', url }) =>
      response.status === 400 ? { ...response, body: { error: `key ${key} at ${url}`, url, key } } : response,
    'an error body that contains the credentials in Base64 and hex': (response, { key = '' }) =>
      response.status === 400
        ? { ...response, body: { error: Buffer.from(key).toString('base64'), hex: Buffer.from(key).toString('hex') } }
        : response,
    'a redirect': on(200, () => ({
      status: 302,
      headers: {
        location: `https://${word('host of a redirect')}.example/${encodeURIComponent(text('path of a redirect'))}`,
      },
      body: '',
    })),
    'an undocumented content type': on(200, (response) => ({
      headers: {
        ...response.headers,
        'content-type': `application/x-${word('media type')}; charset=${word('charset')}`,
      },
    })),
    'an unusual parameter of the content type': on(200, (response) => ({
      headers: { ...response.headers, 'content-type': `text/html; boundary=${word('boundary')}` },
    })),
    'a header that violates its schema': on(200, (response) => ({
      headers: { ...response.headers, 'X-Revision': word('revision of the wrong type') },
    })),
    'an undocumented method that is accepted': on(405, (response) => ({
      status: 200,
      headers: { ...response.headers, allow: word('allowed method') },
    })),
    'a 500 with a stack trace': on(200, () => ({
      status: 500,
      headers: { 'content-type': 'text/html' },
      body: `<pre>${stack}</pre>`,
    })),
    'a body that is not valid JSON': on(200, () => ({ body: `{"note": ${text('body that is not valid JSON')}` })),
    'a repeated property': on(200, () => ({
      body: `{"note":"${word('first note')}","note":"${word('second note')}"}`,
    })),
    'an undocumented status': on(200, (_, body) => ({ status: 218, body: { ...body, why: text('why 218') } })),
    'an unauthorized request that is accepted': on(401, (response) => ({
      status: 200,
      body: { ...(response.body as object), note: text('note of an unauthorized response') },
    })),
  }
}

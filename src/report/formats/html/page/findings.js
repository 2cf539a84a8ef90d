import { block, byId, chip, code, command, details, make } from './dom.js'

const LEVELS = {
  error: ['failed', '✗', 'failure'],
  warning: ['blocked', '!', 'warning'],
  assumption: ['blocked', '?', 'assumption disproved'],
  drift: ['info', '~', 'undocumented'],
  fixed: ['passed', '✓', 'fixed since'],
}

/**
 * Makes the elements of the findings with one cause: the first finding, and a `<details>` element with the others. The
 * `<details>` element has the id of the cause.
 */
export const causeItem =
  (data) =>
  ([first, ...others]) => {
    const item = findingItem(data)(first)
    if (others.length === 0) return item
    const places = new Set(others.map(({ request }) => request)).size
    const text = `${others.length.toLocaleString('en')} more with the same problem, in ${places === 1 ? '1 operation' : `${places} operations`}`
    const fold = details(text, () => make('div', { class: 'findings' }, ...others.map(findingItem(data))))
    fold.id = `cause-${first.cause}`
    return [item, fold]
  }

/** Opens the `<details>` element of a cause, and returns the element of the finding with this name. */
export const unfoldCause = (cause, name) => {
  const fold = byId(`cause-${cause}`)
  fold.open = true
  // The event `toggle` adds the content of the `<details>` element. The browser would send the event only later.
  fold.dispatchEvent(new Event('toggle'))
  return byId(name)
}

/** Makes the element of a finding. Its details are added when it is opened. */
const findingItem = (data) => (finding) => {
  const [api, target] = data.runs[finding.run]
  const [state, symbol, word] = finding.state === 'known' ? ['known', '◆', 'known'] : LEVELS[finding.level]
  const times = finding.count === 1 ? '' : ` · seen ${finding.count.toLocaleString('en')} times`
  const summary = make(
    'span',
    { class: 'summary' },
    chip(state, symbol, word),
    make('span', { class: 'headline', text: finding.message }),
    make('span', { class: 'request', text: finding.request }),
    make('span', { class: 'faint', text: `${finding.rule} · ${api} on ${target}${times}` }),
  )
  const item = make('details', { class: `finding is-${state}`, id: finding.name }, make('summary', {}, summary))
  item.addEventListener('toggle', () => {
    if (item.open && item.children.length === 1) item.append(findingBody(data, finding))
  })
  return item
}

const findingBody = (data, finding) => {
  if (finding.level === 'fixed') {
    return make('div', { class: 'body' }, make('dl', { class: 'rows' }, row('Baseline', [finding.baseline])))
  }
  const [file, line, column] = finding.where
  const facts = [
    ['Next', finding.next],
    ...(finding.baseline === undefined ? [] : [['Baseline', finding.baseline]]),
    ['Responsible', finding.responsible],
    ['Rule', `${finding.title}. ${finding.why}`],
    ['Where', code(`${file}:${line}:${column}`), ' at ', code(finding.pointer || '/')],
    ['Source', finding.source],
    ['Case', code(finding.case)],
    ['Fingerprint', code(finding.fingerprint)],
  ]
  return make(
    'div',
    { class: 'body' },
    make('h3', { class: 'hidden', text: finding.message }),
    difference(finding),
    make('dl', { class: 'rows' }, ...facts.map(([name, ...parts]) => row(name, parts))),
    documentLines(data, finding),
    finding.variables.length === 0
      ? undefined
      : make('p', { class: 'faint', text: `Set these variables first: ${finding.variables.join(', ')}` }),
    command('Replay', finding.replay),
    command('curl', finding.curl),
    exchange(finding.exchange),
    details(finding.clauses.length === 1 ? 'The failed clause' : `All ${finding.clauses.length} failed clauses`, () =>
      make('ul', {}, ...finding.clauses.map((clause) => make('li', {}, code(clause)))),
    ),
  )
}

const row = (name, parts) => make('div', {}, make('dt', { text: name }), make('dd', {}, ...parts))

/** Shows the expected and the received value in the colours of a git diff: removed is red, added is green. */
const difference = ({ pointer, expected, received }) => {
  const line = (kind, sign, name, text) => {
    const label = make('dt', {}, make('span', { 'aria-hidden': 'true', text: sign }), name)
    return make('div', { class: `is-${kind}` }, label, make('dd', { text }))
  }
  return make(
    'div',
    { class: 'difference' },
    make('h4', { text: `Difference at ${pointer || 'the whole response'}` }),
    make('dl', {}, line('removed', '− ', 'expected', expected), line('added', '+ ', 'received', received)),
  )
}

const documentLines = (data, { where: [file, named] }) => {
  const lines = data.lines[file]
  if (lines?.[named] === undefined) return undefined
  const near = Object.keys(lines)
    .map(Number)
    .filter((each) => Math.abs(each - named) <= 4)
    .sort((one, other) => one - other)
  const rows = near.map((each) =>
    make(
      'span',
      { class: each === named ? 'line is-named' : 'line' },
      make('span', { class: 'line-number', text: (each === named ? '▶ ' : '') + each }),
      `${lines[each]}\n`,
    ),
  )
  const text = make('code', {}, ...rows)
  return make(
    'div',
    {},
    make('h4', { text: `In the document: ${file}` }),
    make('pre', { class: 'lines', tabindex: '0', role: 'group', 'aria-label': `Lines of ${file}` }, text),
  )
}

const exchange = ({ request, answer }) => {
  const asked = [`${request.method} ${request.target}`, ...request.headers.map(headerLine)]
  const received =
    'failure' in answer ? [`no response: ${answer.failure}`] : [`${answer.status}`, ...answer.headers.map(headerLine)]
  return make(
    'div',
    { class: 'exchange' },
    make('div', {}, make('h4', { text: 'Request' }), block(message(asked, request.body), 'Request')),
    make('div', {}, make('h4', { text: 'Response' }), block(message(received, answer.body), 'Response')),
  )
}

const headerLine = ([name, value]) => `${name}: ${value}`
const message = (lines, body) => lines.join('\n') + (body === undefined || body === '' ? '' : `\n\n${pretty(body)}`)

/**
 * Indents JSON. The text may contain tokens such as <string 17>, so it cannot be parsed. Breaks it into lines at its
 * punctuation instead.
 */
const pretty = (body) => {
  if (!/^\s*[[{]/.test(body) || body.length > 100_000) return body
  const pieces = body.match(/"(?:[^"\\]|\\.)*"|<[^>]*>|[{}[\]:,]|[^\s{}[\]:,"<]+|./g) ?? []
  let depth = 0
  let out = ''
  pieces.forEach((piece, at) => {
    if (/^\s$/.test(piece)) return
    const isEmpty = /^[{[]$/.test(pieces[at - 1] ?? '') && /^[}\]]$/.test(piece)
    if (/^[}\]]$/.test(piece)) depth -= 1
    if (/^[}\]]$/.test(piece) && !isEmpty) out += `\n${'  '.repeat(Math.max(0, depth))}`
    out += piece === ':' ? ': ' : piece
    if (/^[{[]$/.test(piece)) depth += 1
    if (/^[{[,]$/.test(piece) && !/^[}\]]$/.test(pieces[at + 1] ?? '')) out += `\n${'  '.repeat(Math.max(0, depth))}`
  })
  return out
}

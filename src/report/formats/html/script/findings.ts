/** A finding: its summary at once, the rest when it is opened. */
export const FINDINGS: string = String.raw`
const LEVELS = { error: ['failed', '✗', 'error'], assumption: ['blocked', '?', 'assumption disproved'], drift: ['info', '~', 'drift'] }

const findingItem = (data) => (finding) => {
  const [api, target] = data.runs[finding.run]
  const [state, symbol, word] = LEVELS[finding.level]
  const times = finding.count === 1 ? '' : ' · seen ' + finding.count.toLocaleString('en') + ' times'
  const summary = make('summary', {},
    make('span', { class: 'summary' },
      chip(state, symbol, word),
      make('span', { class: 'headline', text: finding.headline }),
      make('span', { class: 'faint', text: finding.rule + ' · ' + api + ' on ' + target + times })))
  const details = make('details', { class: 'finding is-' + state, id: finding.name }, summary)
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(findingBody(data, finding))
  })
  return details
}

const findingBody = (data, finding) => {
  const [file, line, column] = finding.where
  const facts = [
    ['Where', code(file + ':' + line + ':' + column), ' at ', code(finding.pointer || '/')],
    ['Promise', finding.title + '. ' + finding.why],
    ['Fault', finding.fault],
    ['Next', finding.next],
    ['Promised by', finding.source],
    ['Case', code(finding.case)],
    ['Fingerprint', code(finding.fingerprint)],
  ]
  return make('div', { class: 'body' },
    make('h3', { class: 'hidden', text: finding.headline }),
    difference(finding),
    make('dl', { class: 'rows' }, ...facts.map(([name, ...parts]) => make('div', {}, make('dt', { text: name }), make('dd', {}, ...parts)))),
    documentLines(data, finding),
    command('Replay', finding.replay),
    command('curl', finding.curl),
    exchange(finding.exchange),
    brokenClauses(finding.clauses))
}

const difference = ({ pointer, expected, received }) =>
  make('div', { class: 'difference' },
    make('h4', { text: 'Difference at ' + (pointer || 'the whole answer') }),
    make('dl', {},
      make('div', { class: 'is-passed' }, make('dt', {}, make('span', { 'aria-hidden': 'true', text: '− ' }), 'expected'), make('dd', { text: expected })),
      make('div', { class: 'is-failed' }, make('dt', {}, make('span', { 'aria-hidden': 'true', text: '+ ' }), 'received'), make('dd', { text: received }))))

const documentLines = (data, { where }) => {
  const [file, line] = where
  const lines = data.lines[file]
  if (lines === undefined || lines[line] === undefined) return undefined
  const near = Object.keys(lines).map(Number).filter((each) => Math.abs(each - line) <= 4).sort((one, other) => one - other)
  const rows = near.map((each) =>
    make('span', { class: each === line ? 'line is-named' : 'line' },
      make('span', { class: 'line-number', text: (each === line ? '▶ ' : '') + each }), lines[each] + '\n'))
  return make('div', {}, make('h4', { text: 'In the document: ' + file }), make('pre', { class: 'lines', tabindex: '0', role: 'group', 'aria-label': 'Lines of ' + file }, make('code', {}, ...rows)))
}

const exchange = ({ request, answer }) => {
  const asked = [request.method + ' ' + request.target, ...request.headers.map(headerLine)]
  const came = 'failure' in answer ? ['no answer: ' + answer.failure] : ['' + answer.status, ...answer.headers.map(headerLine)]
  return make('div', { class: 'exchange' },
    make('div', {}, make('h4', { text: 'Request' }), block(message(asked, request.body), 'Request')),
    make('div', {}, make('h4', { text: 'Answer' }), block(message(came, answer.body), 'Answer')))
}

const headerLine = ([name, value]) => name + ': ' + value
const message = (lines, body) => lines.join('\n') + (body === undefined || body === '' ? '' : '\n\n' + pretty(body))

/** JSON in lines. Tokens such as <string 17> stand in it, so it is only broken at its own punctuation. */
const pretty = (body) => {
  if (!/^\s*[[{]/.test(body) || body.length > 100000) return body
  let depth = 0
  let inText = false
  let out = ''
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at]
    if (inText) {
      out += character
      if (character === '\\') out += body[(at += 1)] ?? ''
      else if (character === '"') inText = false
    } else if (character === '"') {
      inText = true
      out += character
    } else if (character === '{' || character === '[') {
      const close = /^\s*[}\]]/.exec(body.slice(at + 1))
      if (close) {
        out += character + close[0].trim()
        at += close[0].length
      } else out += character + '\n' + '  '.repeat((depth += 1))
    } else if (character === '}' || character === ']') out += '\n' + '  '.repeat((depth = Math.max(0, depth - 1))) + character
    else if (character === ',') out += ',\n' + '  '.repeat(depth)
    else if (character === ':') out += ': '
    else if (!/\s/.test(character) || /[^\s]/.test(out.at(-1))) out += character
  }
  return out
}

const brokenClauses = (clauses) =>
  make('details', { class: 'small' },
    make('summary', { text: clauses.length === 1 ? 'The clause that it breaks' : 'All ' + clauses.length + ' clauses that it breaks' }),
    make('ul', {}, ...clauses.map((clause) => make('li', {}, code(clause)))))
`

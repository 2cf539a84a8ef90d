// This file makes elements, paged lists and copy buttons. Texts are set with `textContent`, never as HTML, so no text
// of a report can become markup.

/** @param {string} id */
export const byId = (id) => document.getElementById(id)

/**
 * Makes an element. In `options`, functions become event listeners, `text` and `class` set content and class, and
 * everything else is an attribute.
 */
export const make = (name, options = {}, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(options)) {
    if (key === 'text') element.textContent = value
    else if (key === 'class') element.className = value
    else if (typeof value === 'function') element.addEventListener(key, value)
    else if (value !== undefined) element.setAttribute(key, value)
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

export const code = (text) => make('code', { text })

export const chip = (state, symbol, word) =>
  make('span', { class: `state is-${state}` }, make('span', { 'aria-hidden': 'true', text: symbol }), ` ${word}`)

export const details = (summary, body) => {
  const element = make('details', { class: 'small' }, make('summary', { text: summary }))
  element.addEventListener('toggle', () => {
    if (element.open && element.children.length === 1) element.append(body())
  })
  return element
}

/** A list that adds its items to the page in portions of `size`. */
export const pagedList = (host, { size, empty, frame, row }) => {
  let items = []
  let shown = 0
  let body
  const more = make('button', { type: 'button', click: () => grow(true) })
  const grow = (byHand) => {
    const from = shown
    shown = Math.min(items.length, shown + size)
    const rows = items.slice(from, shown).map((item, index) => row(item, items[from + index - 1], items))
    body.append(...rows.flat())
    const left = items.length - shown
    more.textContent = `Show ${Math.min(size, left).toLocaleString('en')} of the remaining ${left.toLocaleString('en')}`
    more.hidden = left === 0
    if (byHand) body.children[from]?.querySelector('summary, button, a, [tabindex]')?.focus()
  }
  return {
    show: (next) => {
      items = next
      shown = 0
      const [outer, inner] = frame(items)
      body = inner
      host.replaceChildren(...(items.length === 0 ? [make('p', { class: 'empty', text: empty() })] : [outer, more]))
      grow(false)
    },
    reveal: (isWanted) => {
      const at = items.findIndex(isWanted)
      while (shown <= at) grow(false)
      return at !== -1
    },
  }
}

export const table = (caption, headings) => {
  const body = make('tbody')
  const head = make('tr', {}, ...headings.map((text) => make('th', { scope: 'col', text })))
  const whole = make('table', {}, make('caption', { class: 'hidden', text: caption }), make('thead', {}, head), body)
  return [make('div', { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: '0' }, whole), body]
}

export const block = (text, name) => make('pre', { tabindex: '0', role: 'group', 'aria-label': name }, code(text))

/** A shell command with a button that copies it. */
export const command = (name, text) => {
  const status = make('span', { role: 'status', class: 'copied' })
  const click = async () => {
    status.textContent = (await copyText(text)) ? 'Copied' : 'Not copied: select the text instead'
  }
  const button = make('button', { type: 'button', class: 'quiet', 'aria-label': `Copy ${name}`, text: 'Copy', click })
  return make(
    'div',
    { class: 'command' },
    make('div', { class: 'label' }, make('h4', { text: name }), button, status),
    block(text, name),
  )
}

const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = make('textarea', { class: 'hidden', readonly: '' })
    area.value = text
    document.body.append(area)
    area.select()
    const isCopied = document.execCommand('copy')
    area.remove()
    return isCopied
  }
}

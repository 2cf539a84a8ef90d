// This script starts Redoc inside the frame, in the colours of the page. It scrolls to the operation that the address
// names.

const isDark = document.documentElement.dataset.theme === 'dark'
const pick = (light, dark) => (isDark ? dark : light)

const ink = pick('#1c2128', '#e6eaf0')
const faint = pick('#57606a', '#9aa4b1')
const page = pick('#f6f7f9', '#0e1116')
const line = pick('#d9dde3', '#2c333d')
const link = pick('#0b5cad', '#6cb6ff')
const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
const mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

const theme = {
  colors: {
    primary: { main: link },
    success: { main: pick('#116329', '#4ac26b') },
    error: { main: pick('#b1121d', '#ff7b72') },
    warning: { main: pick('#7d4e00', '#e3b341') },
    gray: { 50: page, 100: line },
    text: { primary: ink, secondary: faint },
    border: { dark: line, light: line },
    http: {
      get: '#116329',
      post: '#0b5cad',
      put: '#7d4e00',
      patch: '#7d4e00',
      delete: '#b1121d',
      options: '#57606a',
      head: '#57606a',
      basic: '#57606a',
      link: '#57606a',
    },
    responses: {
      success: {
        color: pick('#116329', '#4ac26b'),
        backgroundColor: pick('#e4f5e9', '#12261a'),
        tabTextColor: '#7ee29b',
      },
      error: {
        color: pick('#b1121d', '#ff7b72'),
        backgroundColor: pick('#fdeaea', '#2d1416'),
        tabTextColor: '#ffa198',
      },
      redirect: {
        color: pick('#7d4e00', '#e3b341'),
        backgroundColor: pick('#fdf3dc', '#2b2210'),
        tabTextColor: '#e3b341',
      },
      info: { color: link, backgroundColor: pick('#e4effb', '#10233a'), tabTextColor: '#6cb6ff' },
    },
  },
  schema: {
    linesColor: line,
    typeNameColor: faint,
    typeTitleColor: faint,
    requireLabelColor: pick('#b1121d', '#ff7b72'),
    nestedBackground: page,
    arrow: { color: faint },
  },
  typography: {
    fontSize: '15px',
    fontFamily: font,
    headings: { fontFamily: font, fontWeight: '600' },
    code: {
      fontFamily: mono,
      color: pick('#1c2128', '#e6eaf0'),
      backgroundColor: pick('#eceef1', '#20262e'),
    },
    links: { color: link, visited: link, hover: link },
  },
  sidebar: { backgroundColor: page, textColor: ink, activeTextColor: link },
  rightPanel: { backgroundColor: '#1c2128', textColor: '#f6f7f9' },
  codeBlock: { backgroundColor: '#0e1116' },
}

const sections = () => [...document.querySelectorAll('[data-section-id]')]

/**
 * Scrolls to the operation that the fragment `#show:…` names. The fragment lists the possible ends of the id of the
 * operation's section.
 */
const goToOperation = () => {
  const [, text = ''] = /^#show:(.+)$/.exec(location.hash) ?? []
  if (text === '') return
  const ends = JSON.parse(decodeURIComponent(text))
  sections()
    .find(({ dataset }) => ends.some((end) => `/${dataset.sectionId}`.endsWith(end.startsWith('/') ? end : `/${end}`)))
    ?.scrollIntoView()
}

// The browser does not let this frame change the address of the page. Therefore a link inside the reference scrolls,
// and any other link opens a new tab.
document.addEventListener(
  'click',
  (event) => {
    const anchor = event.target.closest?.('a[href]')
    const href = anchor?.getAttribute('href') ?? ''
    if (href.startsWith('#')) {
      event.preventDefault()
      const id = decodeURIComponent(href.slice(1))
      sections()
        .find(({ dataset }) => dataset.sectionId === id)
        ?.scrollIntoView()
    } else if (href !== '') {
      anchor.target = '_blank'
      anchor.rel = 'noopener noreferrer'
    }
  },
  true,
)

Redoc.init(
  JSON.parse(document.getElementById('spec').textContent),
  { theme, sanitize: true, hideDownloadButtons: true, nativeScrollbars: true, sortRequiredPropsFirst: true },
  document.getElementById('redoc'),
  () => {
    document.documentElement.dataset.ready = 'true'
    goToOperation()
    window.addEventListener('hashchange', goToOperation)
  },
)

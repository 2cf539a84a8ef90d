/** The page’s style: light and dark by the reader’s own setting, one column on a phone, nothing said by colour alone. */
export const STYLE: string = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f9, #0e1116);
  --card: light-dark(#ffffff, #161b22);
  --sunk: light-dark(#f3f4f6, #0b0e13);
  --line: light-dark(#d9dde3, #2c333d);
  --ink: light-dark(#1c2128, #e6eaf0);
  --faint: light-dark(#57606a, #9aa4b1);
  --link: light-dark(#0b5cad, #6cb6ff);
  --passed: light-dark(#116329, #4ac26b);
  --failed: light-dark(#b1121d, #ff7b72);
  --blocked: light-dark(#7d4e00, #e3b341);
  --quiet: light-dark(#57606a, #9aa4b1);
  --passed-tint: light-dark(#e4f5e9, #12261a);
  --failed-tint: light-dark(#fdeaea, #2d1416);
  --blocked-tint: light-dark(#fdf3dc, #2b2210);
  --quiet-tint: light-dark(#eceef1, #20262e);
  --info-tint: light-dark(#e4effb, #10233a);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 7rem; }
body {
  margin: 0 auto; padding: 0 1.5rem 4rem; max-width: 78rem; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, dl, dd, pre { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 1.7rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1rem; }
h4 { font-size: 0.8rem; color: var(--faint); font-weight: 600; }
a { color: var(--link); }
code, pre { font-family: var(--mono); font-size: 0.86em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; z-index: 3; }
.faint, .on, .about { color: var(--faint); }
.on { font-weight: 400; }

.verdict {
  display: grid; grid-template-columns: auto 1fr auto; gap: 0.5rem 1.25rem; align-items: center;
  margin: 1.5rem 0 1rem; padding: 1.5rem; border: 1px solid var(--line); border-radius: 14px; background: var(--card);
}
.verdict-symbol {
  width: 3.5rem; height: 3.5rem; display: grid; place-items: center; border-radius: 50%; font-size: 1.7rem; font-weight: 700;
}
.verdict p { font-size: 1.05rem; margin-top: 0.25rem; }
.verdict.is-passed .verdict-symbol { background: var(--passed-tint); color: var(--passed); }
.verdict.is-failed .verdict-symbol, .verdict.is-error .verdict-symbol { background: var(--failed-tint); color: var(--failed); }
.verdict.is-blocked .verdict-symbol { background: var(--blocked-tint); color: var(--blocked); }
.verdict.is-passed { border-top: 4px solid var(--passed); }
.verdict.is-failed, .verdict.is-error { border-top: 4px solid var(--failed); }
.verdict.is-blocked { border-top: 4px solid var(--blocked); }
.verdict #theme { align-self: start; }
p.wide { grid-column: 1 / -1; }
.worst { grid-column: 1 / -1; margin: 0.5rem 0; padding-left: 1.3rem; display: grid; gap: 0.35rem; list-style: revert; }
.facts { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.facts dt { font-size: 0.78rem; color: var(--faint); }
.facts dd { font-variant-numeric: tabular-nums; }

nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0 0.25rem; }
section { margin-top: 2rem; }
section > h2, .bar-of-list { margin-bottom: 0.75rem; }
.bar-of-list { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16.5rem), 1fr)); gap: 1rem; }
.card { padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card); display: grid; gap: 0.5rem; align-content: start; }
.card h3 { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; }
.card h3 .state { margin-left: auto; }
.card .about, .card .faint { font-size: 0.86rem; }
.because { padding: 0.5rem 0.75rem; border-radius: 8px; background: var(--blocked-tint); color: var(--ink); }
.is-error .because { background: var(--failed-tint); }
.counts { display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
.counts .is-passed { color: var(--passed); }
.counts .is-failed { color: var(--failed); }
.counts .is-blocked { color: var(--blocked); }
.counts .is-not-run, .counts .is-not-applicable { color: var(--quiet); }
.bar { display: block; width: 100%; height: 10px; border-radius: 5px; background: var(--quiet-tint); }
.bar rect { fill: var(--quiet); }
.bar .is-passed { fill: var(--passed); }
.bar .is-failed { fill: var(--failed); }
.bar .is-blocked { fill: var(--blocked); }
.bar .is-not-run { fill: var(--quiet); }
.bar .is-not-applicable { fill: var(--line); }
.bar .is-info { fill: var(--link); }

.state {
  display: inline-block; padding: 0.05rem 0.55rem; border-radius: 1rem; font-size: 0.82rem; font-weight: 600; white-space: nowrap;
  background: var(--quiet-tint); color: var(--quiet);
}
.state.is-passed { background: var(--passed-tint); color: var(--passed); }
.state.is-failed, .state.is-error { background: var(--failed-tint); color: var(--failed); }
.state.is-blocked { background: var(--blocked-tint); color: var(--blocked); }
.state.is-info { background: var(--info-tint); color: var(--link); }

.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
.scroll + .scroll { margin-top: 1rem; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; padding: 0.7rem 1rem 0.2rem; font-weight: 600; }
caption.hidden { padding: 0; }
th, td { padding: 0.45rem 1rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: 0.8rem; color: var(--faint); white-space: nowrap; }
tbody th { font-weight: 600; font-variant-numeric: tabular-nums; }
.grid td .faint { display: block; font-size: 0.82rem; max-width: 20rem; }
.operation th { background: var(--sunk); font-weight: 400; }
.method { font-weight: 700; font-size: 0.85rem; }
#clauses-list td:first-child, #cases-list td:first-child { width: 1%; }
#clauses-list td:nth-child(2) { width: 40%; }
#cases-list td:nth-child(2) { width: 55%; }
#clauses-list td:nth-child(n + 3):nth-child(-n + 5) { white-space: nowrap; }
.title { display: block; }
.title + code { color: var(--faint); }
.histogram th, .histogram td { padding: 0.15rem 0.5rem 0.15rem 0; border: 0; vertical-align: middle; font-weight: 400; white-space: nowrap; }
.histogram .wide { width: 100%; }
.number { text-align: right; font-variant-numeric: tabular-nums; }

.toolbar {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center;
  margin: 2rem -0.75rem 0; padding: 0.75rem; background: color-mix(in srgb, var(--page) 94%, transparent); backdrop-filter: blur(6px);
}
.toolbar .grow { flex: 1 1 16rem; }
.toolbar p { flex-basis: 100%; font-size: 0.86rem; color: var(--faint); }
input, select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 0.4rem 0.7rem; min-height: 2.4rem; }
input { width: 100%; }
input::placeholder { color: var(--faint); opacity: 1; }
button { cursor: pointer; }
button:hover { border-color: var(--link); }
#findings-list > button, #clauses-list > button, #cases-list > button { margin-top: 0.75rem; width: 100%; }
.empty { padding: 1.25rem; border: 1px dashed var(--line); border-radius: 12px; color: var(--faint); text-align: center; }

.findings { display: grid; gap: 0.6rem; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--quiet); border-radius: 10px; background: var(--card); }
.finding.is-failed { border-left-color: var(--failed); }
.finding.is-blocked { border-left-color: var(--blocked); }
.finding.is-info { border-left-color: var(--link); }
.finding > summary { padding: 0.75rem 1rem; cursor: pointer; list-style: none; display: flex; gap: 0.75rem; }
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary::before { content: '▸'; color: var(--faint); }
.finding[open] > summary::before { content: '▾'; }
.summary { display: grid; grid-template-columns: auto 1fr; gap: 0.2rem 0.75rem; align-items: baseline; flex: 1; }
.summary .headline { font-weight: 600; }
.summary .faint { grid-column: 2; font-size: 0.88rem; }
.body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; padding: 0.25rem 1rem 1.1rem 2.6rem; }
.body h4 { margin-bottom: 0.3rem; }
.difference dl { border-radius: 8px; overflow: hidden; font-family: var(--mono); font-size: 0.9em; }
.difference dl div { display: grid; grid-template-columns: 7rem 1fr; padding: 0.35rem 0.75rem; }
.difference .is-passed { background: var(--passed-tint); }
.difference .is-failed { background: var(--failed-tint); }
.difference .is-passed dt { color: var(--passed); }
.difference .is-failed dt { color: var(--failed); }
.rows { display: grid; gap: 0.3rem; }
.rows div { display: grid; grid-template-columns: 8rem 1fr; gap: 0.25rem 0.75rem; }
.rows dt { color: var(--faint); font-size: 0.88rem; }
pre { padding: 0.7rem 0.9rem; border: 1px solid var(--line); border-radius: 8px; background: var(--sunk); white-space: pre-wrap; max-height: 26rem; overflow: auto; }
.lines { padding: 0.4rem 0; white-space: pre; }
.line { display: block; padding-right: 0.9rem; min-width: max-content; }
.line-number { display: inline-block; width: 4.5rem; padding-right: 0.9rem; text-align: right; color: var(--faint); user-select: none; }
.line.is-named { background: var(--blocked-tint); font-weight: 600; }
.line.is-named .line-number { color: var(--blocked); }
.label { display: flex; align-items: center; gap: 0.6rem; margin-bottom: 0.3rem; }
.label h4 { margin: 0; }
.label button { min-height: 0; padding: 0.1rem 0.6rem; font-size: 0.82rem; }
.said { font-size: 0.82rem; color: var(--passed); }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
.small summary { cursor: pointer; color: var(--link); }
.small ul { margin-top: 0.3rem; display: grid; gap: 0.15rem; }

@media (max-width: 44rem) {
  body { padding: 0 0.9rem 3rem; }
  .verdict { grid-template-columns: auto 1fr; padding: 1.1rem; gap: 0.5rem 0.9rem; }
  .verdict #theme { grid-column: 1 / -1; justify-self: start; }
  .verdict-symbol { width: 2.6rem; height: 2.6rem; font-size: 1.3rem; }
  h1 { font-size: 1.35rem; }
  .facts { gap: 0.4rem 1.25rem; }
  .toolbar { position: static; }
  .toolbar .grow { flex-basis: 100%; }
  .summary { grid-template-columns: 1fr; }
  .summary .faint { grid-column: 1; }
  .summary .state { justify-self: start; }
  .body { padding-left: 1rem; }
  .rows div, .difference dl div { grid-template-columns: 1fr; gap: 0; }
  #clauses-list thead, #cases-list thead { position: absolute; clip-path: inset(50%); }
  #clauses-list tr, #cases-list tr { display: block; padding: 0.5rem 0; border-top: 1px solid var(--line); }
  #clauses-list .operation, #cases-list .operation { padding: 0; }
  #clauses-list tr > *, #cases-list tr > * { display: block; width: auto !important; white-space: normal !important; border: 0; padding: 0.12rem 0.9rem; }
  #clauses-list .operation th, #cases-list .operation th { padding: 0.6rem 0.9rem; }
  #clauses-list td[data-heading]:nth-child(n + 3)::before, #cases-list td[data-heading]:nth-child(n + 3)::before { content: attr(data-heading) ': '; color: var(--faint); font-size: 0.85rem; }
  .grid thead { position: absolute; clip-path: inset(50%); }
  .grid tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 1rem; padding: 0.5rem 0.9rem; border-top: 1px solid var(--line); }
  .grid th, .grid td { padding: 0; border: 0; }
  .grid tbody th:not([colspan]) { flex-basis: 100%; }
  .grid td::before { content: attr(data-heading) ' '; color: var(--faint); font-size: 0.82rem; }
  .grid .operation { background: var(--sunk); }
  .grid td .faint { display: inline; }
  td:empty { display: none !important; }
}
@media print {
  .toolbar, nav, .skip, button { display: none !important; }
  body { max-width: none; background: none; }
  .finding, .card { break-inside: avoid; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`

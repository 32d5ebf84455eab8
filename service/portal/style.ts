/** The portal's few rules: readable, wide enough to touch, light and dark as the person's system asks. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --back: #fff; --line: #5f6b7a; --accent: #0b4f8a; --bad: #a4121f; --good: #0a6636; --soft: #eef3f8; }
@media (prefers-color-scheme: dark) {
  :root { --text: #eceff3; --back: #14181d; --line: #9aa6b4; --accent: #8ec5ff; --bad: #ff9d9d; --good: #86dba8; --soft: #1f262e; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 1.0625rem/1.5 'Fira Sans', system-ui, sans-serif; }
header, main, .demo { max-width: 46rem; margin: 0 auto; padding: 0.75rem 1rem; }
header { display: flex; justify-content: space-between; align-items: center; border-bottom: 1px solid var(--line); }
.town { margin: 0; font-weight: 600; font-size: 1.25rem; }
.town a { color: inherit; text-decoration: none; }
.demo { background: var(--soft); font-size: 0.95rem; }
.alert { max-width: 46rem; margin: 1rem auto 0; padding: 0.75rem 1rem; background: var(--soft); border: 2px solid var(--accent); border-left-width: 0.75rem; overflow-wrap: anywhere; }
.alert.is-hazard { border-color: var(--bad); }
.alert.is-hazard strong { color: var(--bad); }
.alert p { margin: 0; }
a { color: var(--accent); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; background: var(--back); padding: 0.5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
h1 { font-size: 1.75rem; line-height: 1.25; hyphens: auto; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 2rem 0 0; }
fieldset { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0 0; padding: 0.5rem 0 0; }
fieldset fieldset { border: 0; margin: 0; padding: 0; }
legend { font-weight: 600; font-size: 1.25rem; padding: 0 0.5rem 0 0; }
fieldset fieldset legend, label { font-size: 1.0625rem; font-weight: 600; }
.field { margin: 1rem 0; }
.field > label { display: block; }
.choice { display: flex; gap: 0.5rem; align-items: center; min-height: 2.5rem; font-weight: 400; }
.choice label { font-weight: 400; padding: 0.3rem 0; }
.choice .help { white-space: nowrap; }
.help, .optional, .time { font-weight: 400; font-size: 0.95rem; margin: 0; }
input:not([type=radio]):not([type=checkbox]), select, textarea { width: 100%; min-height: 2.75rem; padding: 0.5rem; font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 4px; }
input[type=radio], input[type=checkbox] { flex: none; width: 1.5rem; height: 1.5rem; }
textarea { min-height: 8rem; }
[aria-invalid=true] { border: 2px solid var(--bad) !important; }
.problem { color: var(--bad); font-weight: 600; margin: 0.25rem 0; }
.problems { border: 3px solid var(--bad); padding: 0.5rem 1rem; margin: 1rem 0; }
.problems h2 { margin: 0; }
.good { border-left: 6px solid var(--accent); background: var(--soft); padding: 0.5rem 1rem; }
.verdict { margin: 0.25rem 0; font-size: 1.75rem; line-height: 1.25; color: var(--bad); overflow-wrap: anywhere; }
.good .verdict { color: var(--good); }
#result:focus-visible { outline-offset: 8px; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0.5rem 1.25rem; border: 0; border-radius: 4px; background: var(--accent); color: var(--back); cursor: pointer; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.25rem 1rem; }
dl .fact { display: contents; }
dl .fact[hidden] { display: none; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 0.5rem; } }
article { border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 1rem 1rem; margin: 1rem 0; }
article h3 { margin: 0.25rem 0; }
.message.is-hazard { border: 2px solid var(--bad); border-left-width: 0.75rem; }
.message h2 { margin: 0.5rem 0 0; overflow-wrap: anywhere; }
.only { display: block; font-style: italic; }
.says { border-left: 6px solid var(--accent); background: var(--soft); padding: 0.5rem 1rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.unread { background: var(--accent); color: var(--back); border-radius: 4px; padding: 0 0.4rem; font-size: 0.9rem; }
button.quiet { background: var(--back); color: var(--accent); border: 2px solid var(--accent); }
.times { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.times button { min-width: 5.5rem; font-variant-numeric: tabular-nums; }
.day { border: 1px solid var(--line); border-radius: 6px; padding: 0 1rem; margin: 0.75rem 0; }
.day summary { min-height: 2.75rem; padding: 0.6rem 0; cursor: pointer; }
.day h2 { font-size: 1.0625rem; margin: 0.5rem 0 0; }
ul.services { list-style: none; padding: 0; margin: 0.25rem 0 0; }
ul.places { list-style: none; padding: 0; margin: 0.5rem 0 0; columns: 14rem; }
ul.places li { break-inside: avoid; }
.choice.described { align-items: flex-start; margin-top: 0.5rem; }
.choice.described label { display: block; padding: 0; min-height: 1.5rem; }
.about { margin: 0; }
ul.houses { list-style: none; padding: 0; }
ul.houses li { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
ul.houses a { display: inline-block; min-height: 1.75rem; }
a.button { display: inline-block; font-weight: 600; min-height: 2.75rem; padding: 0.6rem 1.25rem; border-radius: 4px; background: var(--accent); color: var(--back); text-decoration: none; }
h3 { font-size: 1.0625rem; margin: 1rem 0 0; }
dl.prices { grid-template-columns: minmax(0, 1fr) max-content; margin: 0.25rem 0; }
dl.prices dd { text-align: end; font-variant-numeric: tabular-nums; margin: 0; }
dl.prices .sum { font-weight: 600; border-top: 1px solid var(--line); margin: 0 -1rem 0 0; }
dl.prices dd.sum { margin: 0; }
.month-choice { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 1rem; align-items: center; }
.month-choice a { padding: 0.5rem 0; }
ol.month { list-style: none; display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 0.25rem; padding: 0; }
ol.month li { display: flex; flex-direction: column; min-height: 4.5rem; padding: 0.25rem; border: 1px solid var(--line); border-radius: 4px; overflow-wrap: anywhere; font-size: 0.95rem; }
ol.month li.gone { border-style: dashed; }
ol.month li.free { background: var(--soft); }
ol.month .date { display: flex; justify-content: space-between; }
ol.month a { padding: 0.2rem 0; }
ol.month .help { font-size: 0.85rem; line-height: 1.25; }
.from-2 { grid-column-start: 2; }
.from-3 { grid-column-start: 3; }
.from-4 { grid-column-start: 4; }
.from-5 { grid-column-start: 5; }
.from-6 { grid-column-start: 6; }
.from-7 { grid-column-start: 7; }
@media (max-width: 40rem) {
  ol.month { display: block; }
  ol.month li.past, .month-choice span:empty { display: none; }
  ol.month li { flex-flow: row wrap; gap: 0 0.75rem; align-items: center; min-height: 2.5rem; margin-bottom: 0.25rem; padding: 0.25rem 0.5rem; }
  ol.month .date { gap: 0.5rem; min-width: 4.25rem; }
}
ul.services a { display: block; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
`

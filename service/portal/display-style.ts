/** Read from ten metres: dark on light, sizes follow the screen, and nothing is told by colour alone. */
export const DISPLAY_STYLE = `
:root { color-scheme: light; --text: #10151b; --back: #fff; --soft: #eef3f8; --accent: #0b3f70; --bad: #a4121f; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html, body { height: 100%; }
body { display: flex; flex-direction: column; background: var(--back); color: var(--text); font: 600 clamp(1rem, 3.5vmin, 5rem)/1.2 'Fira Sans', system-ui, sans-serif; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: 1.5vmin 3vmin; background: var(--accent); color: #fff; }
h1 { font-size: 1.3em; overflow-wrap: anywhere; }
button { font: inherit; font-size: max(1rem, 0.6em); min-height: 2.75rem; padding: 0.3em 1em; border: 2px solid #fff; border-radius: 6px; background: transparent; color: #fff; cursor: pointer; }
button:focus-visible { outline: 4px solid #ffd166; outline-offset: 2px; }
#lost { background: var(--bad); color: #fff; padding: 1.5vmin 3vmin; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
main, .board { flex: 1; display: flex; flex-direction: column; min-height: 0; }
.alert { padding: 1.8vmin 3vmin; background: var(--soft); border-left: 2vmin solid var(--accent); }
.alert.is-hazard { background: var(--bad); border-color: #10151b; color: #fff; }
.alert p { font-size: clamp(1rem, 3.4vmin, 6rem); font-weight: 400; overflow-wrap: anywhere; }
.alert .headline { font-size: clamp(1.25rem, 5vmin, 9rem); font-weight: 800; }
.alert .other { margin-top: 0.4em; font-size: clamp(1rem, 2.8vmin, 5rem); }
.alert + .alert { margin-top: 0.5vmin; }
.newest { flex: 1; display: flex; flex-wrap: wrap; align-items: center; align-content: center; justify-content: center; gap: 2vmin 4vmin; padding: 2vmin; text-align: center; }
.newest p { font-weight: 800; line-height: 1.05; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.newest .ticket { font-size: clamp(4rem, 34vmin, 50rem); }
.newest .counter { font-size: clamp(2rem, 13vmin, 20rem); }
.board:has(.alert) .newest .ticket { font-size: clamp(4rem, 24vmin, 40rem); }
.board:has(.alert + .alert) .newest .ticket { font-size: clamp(4rem, 17vmin, 30rem); }
.board:has(.alert) .newest .counter { font-size: clamp(2rem, 10vmin, 16rem); }
.newest.is-new { animation: called 1.2s ease-in-out 3; }
@keyframes called { 50% { background: #ffe9a8; } }
@media (prefers-reduced-motion: reduce) { .newest.is-new { animation: none; outline: 1.5vmin solid var(--accent); outline-offset: -1.5vmin; } }
.others { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 48vmin), 1fr)); gap: 1.5vmin; padding: 2vmin 3vmin; }
.others li { background: var(--soft); border-radius: 1vmin; padding: 1.2vmin 2vmin; font-size: clamp(1.25rem, 6vmin, 9rem); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.others .ticket { font-weight: 800; }
.nobody { flex: 1; display: grid; place-content: center; gap: 0.5em; text-align: center; padding: 4vmin; font-size: clamp(1.5rem, 7vmin, 10rem); }
.nobody [lang] { font-size: 0.7em; font-weight: 400; }
.queue { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25em 2em; padding: 1.8vmin 3vmin; background: var(--soft); font-size: clamp(1rem, 5vmin, 8rem); font-weight: 400; }
.queue strong { font-weight: 800; }
.queue [lang] { font-size: 0.7em; }
`

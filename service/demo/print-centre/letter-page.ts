import { html } from '../../portal/html.ts'
import type { KeptLetters } from './kept-letters.ts'

/** So many are shown; `/letters.json` has all. */
const MOST_SHOWN = 200

const WORDS: ReadonlyMap<number, string> = new Map([[1, 'angenommen'], [2, 'verarbeitet'], [3, 'im Druckzentrum'], [4, 'versandt'], [99, 'Fehler']])

/** What has come in at the demo's print centre, the newest first. */
export function letterPage(kept: KeptLetters): string {
  const letters = kept.all()
  return html`<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Druckzentrum der Vorführung</title>
<style>body{font:1rem/1.5 system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #8886}</style></head>
<body><main><h1>Druckzentrum der Vorführung</h1>
<p>${letters.length} Briefe sind hier angekommen. Gedruckt und verschickt wird nichts. <a href="/letters.json">Alle als JSON</a></p>
<table><thead><tr><th scope="col">Nummer</th><th scope="col">Empfänger</th><th scope="col">Ort</th><th scope="col">Stand</th><th scope="col">Brief</th></tr></thead><tbody>
${letters.slice(-MOST_SHOWN).toReversed().map(letter => html`<tr><td>${letter.letterID}</td><td>${letter.letter.addressLine1}</td><td>${letter.letter.zipCode} ${letter.letter.city}</td><td>${
  WORDS.get(kept.statusOf(letter)) ?? ''}${letter.problem && kept.statusOf(letter) === 99 ? ` (${letter.problem.code})` : ''}</td><td>${letter.pdf ? html`<a href="/letters/${letter.letterID}.pdf">PDF</a>` : 'nicht mehr hier'}</td></tr>`)}
</tbody></table></main></body></html>`.text
}

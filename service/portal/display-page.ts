import type { ShownAlert } from '../domains/alerts/shown-alerts.ts'
import type { Called, DisplayBoard } from '../domains/appointments/display/display-board.ts'
import { germanTime } from '../../shared/german-days.ts'
import { html, type Html } from './html.ts'

/** The screen in the lobby. Both languages stand on it, since nobody in front of it can choose one. */
export const displayPage = (key: string, board: DisplayBoard, alerts: readonly ShownAlert[]): string => html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Aufruf – ${board.placeName}</title>
<link rel="stylesheet" href="/display/style.css">
<script src="/display/script.js" defer></script>
<noscript><meta http-equiv="refresh" content="10"></noscript>
</head>
<body data-board="/display/${key}/board">
<header><h1>${board.placeName}</h1><button id="sound" type="button" hidden>Ton einschalten</button></header>
<p id="lost" role="alert" hidden></p>
<p id="said" class="aside" role="status"></p>
<main id="board">
${displayBoardHtml(board, alerts)}</main>
</body>
</html>
`.text

/** What changes on it; `data-newest` is another with every call, and every call again. */
export function displayBoardHtml({ now, called, waiting, waitMinutes }: DisplayBoard, alerts: readonly ShownAlert[]): Html {
  const [newest, ...others] = called
  return html`<div class="board" data-at="${germanTime(now)}" data-newest="${newest ? `${newest.ticket} ${newest.calledAt}` : ''}" data-say="${newest ? `${newest.ticket}, ${newest.counter}` : ''}">
${alerts.map(shownAlert)}${newest ? newestCall(newest) : html`<p class="nobody">Bitte warten Sie, bis Ihre Nummer erscheint. <span lang="en">Please wait for your number.</span></p>`}
${others.length > 0 && html`<ol class="others" aria-label="Zuvor aufgerufen">${others.map(({ ticket, counter }) => html`<li><span class="ticket">${ticket}</span> <span class="arrow" aria-hidden="true">→</span> <span class="counter">${counter}</span></li>`)}</ol>`}
<p class="queue"><span>Wartende: <strong>${waiting}</strong> <span lang="en">waiting</span></span>${waitMinutes !== null && html`<span>Wartezeit: etwa <strong>${rounded(waitMinutes)} min</strong> <span lang="en">wait</span></span>`}<time>${germanTime(now)} Uhr</time></p>
</div>
`
}

const newestCall = ({ ticket, counter }: Called): Html =>
  html`<section class="newest" aria-label="Zuletzt aufgerufen"><p class="ticket">${ticket}</p><p class="counter"><span class="arrow" aria-hidden="true">→</span> ${counter}</p></section>`

/** Both languages, as everything here. */
const shownAlert = ({ de, en, isHazard }: ShownAlert): Html => html`<section class="alert${isHazard ? ' is-hazard' : ''}" aria-label="Meldung der Stadt: ${de.title}"><p class="headline">${de.title}</p><p>${de.body}</p>${en && html`<p class="other" lang="en">${en.title}. ${en.body}</p>`}</section>
`

/** Nobody is told a minute that will not hold. */
const rounded = (minutes: number): number => Math.max(5, Math.ceil(minutes / 5) * 5)

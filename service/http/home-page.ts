import type { Bilingual } from '../../shared/json.ts'
import { msOf } from '../../shared/time.ts'
import type { Health, HealthProblem } from './health.ts'

export interface HomeLink {
  readonly href: string
  readonly de: string
  readonly en: string
}

const STYLE = `
  :root { color-scheme: light dark; --text: #1b1f24; --back: #fff; --soft: #eef3f8; --line: #5f6b7a; --accent: #0b4f8a; --good: #1d6b34; --bad: #a4121f }
  @media (prefers-color-scheme: dark) { :root { --text: #eceff3; --back: #14181d; --soft: #1f262e; --line: #9aa6b4; --accent: #8ec5ff; --good: #7fd39b; --bad: #ff9d9d } }
  * { box-sizing: border-box }
  body { margin: 0; font: 1.0625rem/1.5 'Fira Sans', system-ui, sans-serif; color: var(--text); background: var(--back) }
  main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
  h1 { font-size: 1.75rem; line-height: 1.25 } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem }
  a { color: var(--accent) } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  .state { border-left: 6px solid var(--good); background: var(--soft); padding: .75rem 1rem; margin: 0 }
  .state.bad { border-color: var(--bad) } .state strong { font-size: 1.125rem }
  [lang=en] { font-size: .9375rem; opacity: .85 }
  dl { display: grid; grid-template-columns: minmax(12rem, max-content) 1fr; gap: .25rem 1.5rem; margin: 0 } dt { font-weight: 600 } dd { margin: 0 }
  ul { padding: 0; margin: 0; list-style: none } li { border-bottom: 1px solid var(--line); padding: .6rem 0 }
  @media (max-width: 32rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }`

/** What is wrong and what to do about it. */
const PROBLEMS: Readonly<Record<HealthProblem, Bilingual>> = {
  'audit-tampered': {
    de: 'Das Protokoll wurde verändert. Lassen Sie die Datenbank nicht weiter benutzen und holen Sie Datenschutz und IT-Sicherheit.',
    en: 'The audit log was altered. Stop using the database and call data protection and security.',
  },
  'audit-not-verified': {
    de: 'Das Protokoll wurde seit zwei Tagen nicht geprüft. Das Protokoll des Dienstes nennt den Grund.',
    en: 'The audit log has not been verified for two days. The service’s log says why.',
  },
  'maintenance-failed': {
    de: 'Eine wiederkehrende Aufgabe ist fehlgeschlagen. Das Protokoll des Dienstes nennt sie.',
    en: 'A recurring task has failed. The service’s log names it.',
  },
  'deliveries-waiting': {
    de: 'E-Mails warten seit über einer Stunde. Prüfen Sie den Mailserver (SMTP_URL).',
    en: 'E-mails have been waiting for more than an hour. Check the mail server (SMTP_URL).',
  },
  'deliveries-failed': {
    de: 'E-Mails konnten nicht zugestellt werden. Das Protokoll des Dienstes nennt ihre Kennungen.',
    en: 'E-mails could not be delivered. The service’s log names their ids.',
  },
}

/** How the service is, and for whoever looks after it the rest. */
export interface HomeState {
  readonly state: Health['state']
  readonly details: Health | null
}

/** The page a person sees who opens the service's address. */
export function homePage(townName: string, { state, details }: HomeState, links: readonly HomeLink[]): string {
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Zentraldienst ${escape(townName)}</title><style>${STYLE}</style></head>
<body><main>
<h1>Zentraldienst ${escape(townName)}</h1>
${stateOf(state, details?.problems ?? [])}
${details ? factsHtml(details) : ''}
<h2>Seiten</h2>
<ul>${links.map(({ href, de, en }) => `<li><a href="${escape(href)}">${escape(de)}</a> <span lang="en">${escape(en)}</span></li>`).join('')}</ul>
</main></body></html>`
}

const factsHtml = (health: Health): string =>
  `<h2>Zustand</h2>
<dl>${factsOf(health).map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`

function stateOf(state: Health['state'], problems: readonly HealthProblem[]): string {
  const away = { de: 'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.', en: 'The database does not answer just now. Please try again in a minute.' }
  const ready = { de: 'Der Dienst ist bereit.', en: 'The service is ready.' }
  const isBad = state !== 'ready' || problems.length > 0
  const sentences = [state === 'ready' ? ready : away, ...problems.map(problem => PROBLEMS[problem])]
  return `<div class="state${isBad ? ' bad' : ''}">${sentences
    .map(({ de, en }) => `<p><strong>${escape(de)}</strong><br><span lang="en">${escape(en)}</span></p>`)
    .join('')}</div>`
}

const moment = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'medium', timeStyle: 'short' })

function factsOf({ liveStreams, upSeconds, deliveries, audit }: Health): readonly (readonly [string, string])[] {
  const verified = audit ? `${audit.isIntact ? 'unverändert' : 'verändert'}, geprüft ${moment.format(msOf(audit.verifiedAt))}` : 'noch nicht geprüft'
  return [
    ['Verbundene Arbeitsplätze', String(liveStreams)],
    ['Läuft seit', durationOf(upSeconds)],
    ['E-Mails, die warten', deliveries ? String(deliveries.waiting) : 'unbekannt'],
    ['Protokoll', verified],
  ]
}

function durationOf(seconds: number): string {
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60]
  if (days > 0) return `${days} Tagen, ${hours} Stunden`
  return hours > 0 ? `${hours} Stunden, ${minutes} Minuten` : `${minutes} Minuten`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string): string => text.replace(/[&<>"]/g, letter => ENTITIES[letter] ?? letter)

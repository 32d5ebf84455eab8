import type { Bilingual } from '../../shared/json.ts'
import { msOf } from '../../shared/time.ts'
import type { Health } from './health.ts'
import { PROBLEMS } from './health-problems.ts'

export interface HomeLink {
  readonly href: string
  readonly de: string
  readonly en: string
}

const STYLE = `
  :root { color-scheme: light dark; --text: #1b1f24; --back: #fff; --soft: #eef3f8; --line: #5f6b7a; --accent: #0b4f8a; --good: #1d6b34; --look: #8a5a00; --bad: #a4121f }
  @media (prefers-color-scheme: dark) { :root { --text: #eceff3; --back: #14181d; --soft: #1f262e; --line: #9aa6b4; --accent: #8ec5ff; --good: #7fd39b; --look: #f2c14e; --bad: #ff9d9d } }
  * { box-sizing: border-box }
  body { margin: 0; font: 1.0625rem/1.5 'Fira Sans', system-ui, sans-serif; color: var(--text); background: var(--back) }
  main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
  h1 { font-size: 1.75rem; line-height: 1.25 } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem }
  a { color: var(--accent) } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  .state { --grade: var(--good); border-left: 6px solid var(--grade); background: var(--soft); padding: 1rem; margin: 0 } .state.look { --grade: var(--look) } .state.bad { --grade: var(--bad) }
  .state p { margin: .75rem 0 0 } .state p:first-child { margin: 0 } .grade { font-size: 1.25rem; font-weight: 700; color: var(--grade) } .grade [lang=en] { font-weight: 400; opacity: 1 }
  code { font-size: .9375em; white-space: nowrap }
  [lang=en] { font-size: .9375rem; opacity: .85 }
  dl { display: grid; grid-template-columns: minmax(12rem, max-content) 1fr; gap: .25rem 1.5rem; margin: 0 } dt { font-weight: 600 } dd { margin: 0 }
  ul { padding: 0; margin: 0; list-style: none } li { border-bottom: 1px solid var(--line); padding: .6rem 0 }
  @media (max-width: 32rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }`

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
${details ? stateWithProblems(details) : stateForAll(state)}
${details ? factsHtml(details) : ''}
<h2>Seiten</h2>
<ul>${links.map(({ href, de, en }) => `<li><a href="${escape(href)}">${escape(de)}</a> <span lang="en">${escape(en)}</span></li>`).join('')}</ul>
</main></body></html>`
}

const factsHtml = (health: Health): string =>
  `<h2>Zustand</h2>
<dl>${factsOf(health).map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`

/** Red wants somebody today, yellow within days; the word stands beside the colour. */
const GRADES = {
  good: { de: 'Grün: alles in Ordnung', en: 'green: all is well' },
  look: { de: 'Gelb: bitte in den nächsten Tagen ansehen', en: 'yellow: please look within days' },
  bad: { de: 'Rot: bitte jetzt ansehen', en: 'red: please look now' },
} as const

const READY: Bilingual = { de: 'Der Dienst ist bereit.', en: 'The service is ready.' }
const AWAY: Bilingual = { de: 'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.', en: 'The database does not answer just now. Please try again in a minute.' }
/** For whoever looks after it. */
const AWAY_AND_WHY: Bilingual = {
  de: 'Die Datenbank antwortet gerade nicht. Läuft PostgreSQL (systemctl status postgresql), und ist auf seiner Platte Platz? Danach ist der Dienst von selbst wieder da.',
  en: 'The database does not answer just now. Is PostgreSQL running, and is there room on its disk? The service comes back by itself.',
}

/** Strangers learn whether it is ready, and no grade that would hide what is wrong inside. */
const stateForAll = (state: Health['state']): string => `<div class="state ${state === 'ready' ? 'good' : 'bad'}">${told(state === 'ready' ? READY : AWAY)}</div>`

function stateWithProblems(health: Health): string {
  const problems = health.problems.map(problem => PROBLEMS[problem])
  const sentences = health.state === 'ready' ? [...problems, READY] : [AWAY_AND_WHY, ...problems]
  const grade = gradeOf(health)
  return `<div class="state ${grade}"><p class="grade">${escape(GRADES[grade].de)} <span lang="en">${escape(GRADES[grade].en)}</span></p>${sentences.map(told).join('')}</div>`
}

const told = ({ de, en }: Bilingual): string => `<p>${withCommands(firstBold(escape(de)))}<br><span lang="en">${withCommands(escape(en))}</span></p>`

/** What is the case stands out, what to do about it follows. */
const firstBold = (html: string): string => html.replace(/^.+?\.(?= |$)/, '<strong>$&</strong>')

/** What can be typed as it stands. */
const withCommands = (html: string): string => html.replace(/rathaus-service [a-z]+|systemctl [a-z]+ [a-z-]+|timedatectl set-ntp true|apt-get clean/g, '<code>$&</code>')

function gradeOf({ state, problems }: Health): keyof typeof GRADES {
  if (state !== 'ready' || problems.some(problem => PROBLEMS[problem].isGrave)) return 'bad'
  return problems.length > 0 ? 'look' : 'good'
}

const moment = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'medium', timeStyle: 'short' })

function factsOf({ state, liveStreams, upSeconds, deliveries, audit, backupAt, house }: Health): readonly (readonly [string, string])[] {
  const isKnown = state === 'ready'
  const verified = audit ? `${audit.isIntact ? 'unverändert' : 'verändert'}, geprüft ${moment.format(msOf(audit.verifiedAt))}` : 'noch nicht geprüft'
  return [
    ['Verbundene Arbeitsplätze', String(liveStreams)],
    ['Läuft ohne Pause', durationOf(upSeconds)],
    ['E-Mails, die warten', deliveries ? String(deliveries.waiting) : 'unbekannt'],
    ['Protokoll', isKnown ? verified : 'unbekannt'],
    ['Letzte Sicherung', !isKnown ? 'unbekannt' : backupAt ? moment.format(msOf(backupAt)) : 'noch keine'],
    ...(house?.certificate ? [['Zertifikat gilt bis', moment.format(msOf(house.certificate.expiresAt))] as const] : []),
    ...(typeof house?.freeBytes === 'number' ? [['Freier Platz', `${(house.freeBytes / 1024 ** 3).toLocaleString('de-DE', { maximumFractionDigits: 1 })} GB`] as const] : []),
  ]
}

function durationOf(seconds: number): string {
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60]
  if (days > 0) return `${inUnits(days, 'day')}, ${inUnits(hours, 'hour')}`
  return hours > 0 ? `${inUnits(hours, 'hour')}, ${inUnits(minutes, 'minute')}` : inUnits(minutes, 'minute')
}

const inUnits = (count: number, unit: 'day' | 'hour' | 'minute'): string => new Intl.NumberFormat('de-DE', { style: 'unit', unit, unitDisplay: 'long' }).format(count)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string): string => text.replace(/[&<>"]/g, letter => ENTITIES[letter] ?? letter)

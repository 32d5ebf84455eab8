import type { Health } from './health.ts'

export interface HomeLink {
  readonly href: string
  readonly de: string
  readonly en: string
}

const STYLE = `
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #1b1d22; background: #fff }
  h1 { font-size: 1.7rem } a { color: #0a4fc0 } small { color: #51565e } li { margin: .4rem 0 }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #16181d } a { color: #8ab4ff } small { color: #b4b9c2 } }`

/** The page a person sees who opens the service's address. */
export function homePage(townName: string, health: Health, links: readonly HomeLink[]): string {
  const isReady = health.state === 'ready'
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Zentraldienst ${escape(townName)}</title><style>${STYLE}</style></head>
<body><main>
<h1>Zentraldienst ${escape(townName)}</h1>
<p>${isReady ? 'Der Dienst ist bereit.' : 'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.'}<br>
<small lang="en">${isReady ? 'The service is ready.' : 'The database does not answer just now. Please try again in a minute.'}</small></p>
<p>Arbeitsplätze mit Verbindung: ${health.liveStreams} <small lang="en">(desks connected)</small></p>
<ul>${links.map(({ href, de, en }) => `<li><a href="${escape(href)}">${escape(de)}</a> <small lang="en">${escape(en)}</small></li>`).join('')}</ul>
</main></body></html>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string): string => text.replace(/[&<>"]/g, letter => ENTITIES[letter] ?? letter)

import type { ShownAlert } from '../domains/alerts/shown-alerts.ts'
import { html, type Html } from './html.ts'
import { TEXTS, type Language } from './texts.ts'

/** Where a page stands and how it speaks. */
export interface Frame {
  readonly language: Language
  readonly townName: string
  /** Path of this page, for the link to the other language. */
  readonly path: string
  /** What everybody has to know at this moment, whatever they came for. */
  readonly alerts: readonly ShownAlert[]
  /** How the page stands on a home screen, where it can be put there as a program of its own. */
  readonly manifest?: string
}

/** A path within the portal in the language of the page. */
export const inLanguage = (path: string, language: Language): string => (language === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path)

/** A whole document around the contents of `<main>`. */
export function page(frame: Frame, title: string, contents: Html): string {
  const { language, townName, path, alerts, manifest } = frame
  const texts = TEXTS[language]
  const other = language === 'de' ? 'en' : 'de'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${townName}</title>
<link rel="stylesheet" href="/portal/style.css">
<link rel="stylesheet" href="/portal/town.css">
${manifest ? html`<link rel="manifest" href="${manifest}">\n` : null}</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header>
<p class="town"><a href="${inLanguage('/portal', language)}">${townName}</a></p>
<nav aria-label="${language === 'de' ? 'Sprache' : 'Language'}"><a href="${inLanguage(path, other)}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a></nav>
</header>
<aside class="demo" aria-label="${language === 'de' ? 'Hinweis' : 'Note'}">${texts.demo}</aside>
${alerts.map(alert => banner(alert, language))}<main id="content" tabindex="-1">
<h1>${title}</h1>
${contents}
</main>
</body>
</html>
`.text
}

/** In the language of the page, or in German rather than not at all. */
function banner({ de, en, isHazard }: ShownAlert, language: Language): Html {
  const spoken = language === 'en' && en ? 'en' : 'de'
  const { title, body } = spoken === 'en' && en ? en : de
  const label = spoken === 'de' ? 'Meldung der Stadt' : 'Message of the town'
  return html`<section class="alert${isHazard ? ' is-hazard' : ''}" aria-label="${label}: ${title}" lang="${spoken}"><p><strong>${title}</strong></p><p>${body}</p></section>
`
}

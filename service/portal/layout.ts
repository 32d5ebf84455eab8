import { html, type Html } from './html.ts'
import { TEXTS, type Language } from './texts.ts'

/** Where a page stands and how it speaks. */
export interface Frame {
  readonly language: Language
  readonly townName: string
  /** Path of this page, for the link to the other language. */
  readonly path: string
}

/** A path within the portal in the language of the page. */
export const inLanguage = (path: string, language: Language): string => (language === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path)

/** A whole document around the contents of `<main>`. */
export function page(frame: Frame, title: string, contents: Html): string {
  const { language, townName, path } = frame
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
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header>
<p class="town"><a href="${inLanguage('/portal', language)}">${townName}</a></p>
<nav aria-label="${language === 'de' ? 'Sprache' : 'Language'}"><a href="${inLanguage(path, other)}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a></nav>
</header>
<aside class="demo" aria-label="${language === 'de' ? 'Hinweis' : 'Note'}">${texts.demo}</aside>
<main id="content" tabindex="-1">
<h1>${title}</h1>
${contents}
</main>
</body>
</html>
`.text
}

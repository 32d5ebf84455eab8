/** A piece of HTML: everything put into the template was escaped, unless it was HTML already. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | null | false | readonly Part[]

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escape = (text: string): string => text.replace(/[&<>"']/g, letter => ESCAPES[letter] ?? letter)

function textOf(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.text
  return typeof part === 'object' ? part.map(textOf).join('') : escape(String(part))
}

/** The only way pages are written: html`<p>${anything}</p>`. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((before, text, index) => before + textOf(parts[index - 1] ?? null) + text))

/** Attributes with the values given; `true` stands alone, false and null are left out. */
export const attributes = (values: Readonly<Record<string, string | number | boolean | null>>): Html =>
  new Html(
    Object.entries(values)
      .filter(([, value]) => value !== false && value !== null)
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
      .join(''),
  )

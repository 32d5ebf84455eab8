import { attributes, html, type Html } from './html.ts'
import { TEXTS, type Language } from './texts.ts'

export type Attributes = Readonly<Record<string, string | number>>

interface TypedField {
  /** Also the id by which the list of problems leads here. */
  readonly name: string
  readonly label: string
  readonly help: string | null
  readonly value: string
  readonly problem: string | undefined
  /** Whether it says that it may stay empty. */
  readonly isOptional: boolean
  /** What kind of input it is. */
  readonly kind: Attributes
}

/** A field of one line with its label, its help and what is wrong with it. */
export function typedField(language: Language, { name, label, help, value, problem, isOptional, kind }: TypedField): Html {
  const described = [help ? `${name}-help` : '', problem ? `${name}-problem` : ''].filter(Boolean).join(' ')
  const common = { id: name, name, type: 'text', ...kind, value, 'aria-describedby': described || null, 'aria-invalid': problem ? 'true' : null }
  return html`<div class="field"><label for="${name}">${label}${isOptional && optional(language)}</label>${help && html`<p class="help" id="${name}-help">${help}</p>`}${
    problem ? html`<p class="problem" id="${name}-problem">${TEXTS[language].error}: ${problem}</p>` : null}
<input${attributes(common)}></div>\n`
}

/** What somebody wants to add; nobody has to. */
export const noteField = (language: Language, { label, help, value }: Pick<TypedField, 'label' | 'value'> & { readonly help: string }): Html =>
  html`<div class="field"><label for="note">${label}${optional(language)}</label>
<p class="help" id="note-help">${help}</p>
<textarea id="note" name="note" maxlength="1000" aria-describedby="note-help">\n${value}</textarea></div>`

const optional = (language: Language): Html => html` <span class="optional">${TEXTS[language].optional}</span>`

import './schema-form.css'
import { useId, type ReactElement } from 'react'
import { questionOf } from '../../../shared/domains/applications/form-questions.ts'
import type { Form } from '../../../shared/domains/applications/service-tables.ts'
import { useLanguage } from '../use-language.ts'
import { SchemaField } from './schema-field.tsx'

/** What of a form is shown; a form that is being written has it too. */
export type ShownForm = Pick<Form, 'schema' | 'sections' | 'valueLabels'>

interface Props {
  readonly form: ShownForm
  /** What was typed, by property key; `valuesOf` makes the form's values of it. */
  readonly typed: ReadonlyMap<string, string>
  /** What is wrong, as a sentence by property key. */
  readonly problems: ReadonlyMap<string, string>
  /** Questions that need no answer here although the schema asks for one. */
  readonly waived?: readonly string[]
  readonly isReadOnly?: boolean
  readonly onChange: (key: string, text: string) => void
}

/** A service's form to be filled in: JSON Schema and layout as data, each problem beside its field. */
export function SchemaForm({ form, typed, problems, waived = [], isReadOnly = false, onChange }: Props): ReactElement {
  const language = useLanguage()
  const id = useId()
  return (
    <>
      {form.sections.map((section, index) => (
        <fieldset key={`${index}/${section.title.de}`} className="schema-section" aria-labelledby={`${id}-${index}`}>
          <h2 id={`${id}-${index}`} className="schema-section__title">{section.title[language]}</h2>
          {section.fields.map(field => {
            const question = questionOf(form, field.key)
            return (
              <SchemaField
                key={field.key}
                question={{ ...question, isRequired: question.isRequired && !waived.includes(field.key) }}
                label={field.label[language]}
                help={field.help?.[language]}
                choices={form.valueLabels[field.key] ?? {}}
                value={typed.get(field.key) ?? ''}
                problem={problems.get(field.key)}
                isReadOnly={isReadOnly}
                onChange={text => onChange(field.key, text)}
              />
            )
          })}
        </fieldset>
      ))}
    </>
  )
}

/** Puts the focus on a field of the form inside an element. */
export function focusField(within: HTMLElement | null, key: string): void {
  const field = [...(within?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find(element => element.dataset['field'] === key)
  const control = field?.querySelector<HTMLElement>('input:checked, input, textarea, select')
  control?.focus()
  field?.scrollIntoView({ block: 'nearest' })
}

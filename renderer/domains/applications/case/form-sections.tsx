import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Form } from '../../../../shared/domains/applications/service-tables.ts'
import type { JsonObject } from '../../../../shared/json.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { shownSections, type ShownField } from './form-values.ts'

interface Props {
  readonly form: Pick<Form, 'formVersion' | 'schema' | 'sections' | 'valueLabels'>
  readonly answers: JsonObject
}

/** The application as the citizen filled it in. */
export function FormSections({ form, answers }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className="panel" aria-labelledby="form-title">
      <header className="panel__head">
        <h2 id="form-title" className="panel__title">{t('case.form')}</h2>
        <span className="panel__note">{t('case.formVersion', { version: form.formVersion })}</span>
      </header>
      {shownSections(form, answers, language, t).map(({ title, fields }) => (
        <div key={title} className="form-section">
          <h3 className="form-section__title">{title}</h3>
          <dl className="facts">{fields.map(field => <Field key={field.key} field={field} />)}</dl>
        </div>
      ))}
    </section>
  )
}

function Field({ field }: { readonly field: ShownField }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={field.isLong ? 'fact fact--long' : 'fact'}>
      <dt>{field.label}</dt>
      <dd>{field.value ?? <span className="muted">{t('common.notGiven')}</span>}</dd>
    </div>
  )
}

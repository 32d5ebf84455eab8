import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import { SchemaForm } from '../../../ui/schema-form/schema-form.tsx'
import { formatEuros } from '../../../ui/money.ts'
import { useLanguage } from '../../../ui/use-language.ts'

const NO_PROBLEMS: ReadonlyMap<string, string> = new Map()

/** The service as its page in the portal will show it; what is typed here goes nowhere. */
export function PreviewAsCitizen({ content }: { readonly content: DraftContent }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  return (
    <>
      <p className="muted preview__note">{t('services.citizenNote')}</p>
      <article className="panel preview" aria-label={t('services.asCitizen')}>
        <h2 className="preview__title">{content.title[language]}</h2>
        <About content={content} />
        <SchemaForm form={content.form} typed={typed} problems={NO_PROBLEMS} onChange={(key, text) => setTyped(new Map([...typed, [key, text]]))} />
      </article>
    </>
  )
}

function About({ content: { description, documents, fees, contact } }: { readonly content: DraftContent }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      {description[language] !== '' && <p className="preview__text">{description[language]}</p>}
      {documents.length > 0 && (
        <section>
          <h3 className="panel__subtitle">{t('services.portal.documents')}</h3>
          <ul className="preview__list">{documents.map((words, index) => <li key={index}>{words[language]}</li>)}</ul>
        </section>
      )}
      {fees.length > 0 && (
        <section>
          <h3 className="panel__subtitle">{t('services.portal.fees')}</h3>
          <dl className="preview__facts">
            {fees.map(({ title, cents }, index) => <div key={index}><dt>{title[language]}</dt><dd>{cents === 0 ? t('services.portal.free') : formatEuros(cents ?? 0, language)}</dd></div>)}
          </dl>
        </section>
      )}
      {contact && (
        <section>
          <h3 className="panel__subtitle">{t('services.portal.contact')}</h3>
          <p>{[contact.name, contact.telephone, contact.email, contact.room && t('services.portal.room', { room: contact.room })].filter(Boolean).join(' · ')}</p>
        </section>
      )}
    </>
  )
}

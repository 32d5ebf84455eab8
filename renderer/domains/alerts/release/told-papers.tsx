import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { longRendition, shortRendition, type Rendition } from '../../../../shared/domains/alerts/renditions.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'

/** The message as people get it, letter by letter: each language, the long form and where it is used the short one. */
export function ToldPapers({ alert }: { readonly alert: Alert }): ReactElement {
  const { t } = useTranslation()
  const { wordings, channels } = alert.content
  const isShortUsed = channels.includes('sms') || channels.includes('push')
  return (
    <div className="alert-papers">
      {wordings.map(({ language }) => {
        const name = wordings.length > 1 ? ` · ${t(`alertRelease.language.${language}`)}` : ''
        return (
          <div key={language} className="alert-papers__language">
            <Paper label={`${t('alertRelease.long')}${name}`} language={language} rendition={longRendition(alert, language)} hasTitle />
            {isShortUsed && <Paper label={`${t('alertRelease.short')}${name}`} language={language} rendition={shortRendition(alert, language)} />}
          </div>
        )
      })}
    </div>
  )
}

interface PaperProps {
  readonly label: string
  readonly language: string
  readonly rendition: Rendition
  readonly hasTitle?: boolean
}

function Paper({ label, language, rendition: { title, body }, hasTitle = false }: PaperProps): ReactElement {
  const labelId = useId()
  return (
    <article className="alert-paper" aria-labelledby={labelId}>
      <h3 id={labelId} className="alert-paper__label">{label}</h3>
      {hasTitle && <p className="alert-paper__title" lang={language}>{title}</p>}
      <p className="alert-paper__body" lang={language}>{body}</p>
    </article>
  )
}

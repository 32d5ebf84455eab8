import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Content, Language } from '../../../../shared/domains/alerts/content.ts'
import { displayRendition, longRendition, shortRendition, type Rendition } from '../../../../shared/domains/alerts/renditions.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'

const LOOKS = ['email', 'sms', 'push', 'display'] as const
type Look = (typeof LOOKS)[number]

const RENDITIONS = { email: longRendition, sms: shortRendition, push: shortRendition, display: displayRendition } as const

/** The message as people get it, by way; translations side by side. */
export function Preview({ alert, content }: { readonly alert: Pick<Alert, 'mode' | 'kind' | 'earlier'>; readonly content: Content }): ReactElement {
  const { t } = useTranslation()
  const told = { ...alert, content }
  const title = t('alerts.preview')
  const languages = content.wordings.map(({ language }) => language).toSorted()
  return (
    <section className="panel" aria-labelledby="alert-preview">
      <h2 id="alert-preview" className="panel__title">{title}</h2>
      <Tabs>
        <TabList className="tabs" aria-label={title}>
          {LOOKS.map(look => <Tab key={look} id={look} className="tab">{t(`alertBoard.ways.${look}`)}</Tab>)}
        </TabList>
        {LOOKS.map(look => (
          <TabPanel key={look} id={look} className="alert-pair">
            {languages.map(language => <Paper key={language} look={look} language={language} hasTwo={languages.length > 1} rendition={RENDITIONS[look](told, language)} />)}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  )
}

interface PaperProps {
  readonly look: Look
  readonly language: Language
  readonly hasTwo: boolean
  readonly rendition: Rendition
}

/** An SMS has no title, everything else one. */
function Paper({ look, language, hasTwo, rendition: { title, body } }: PaperProps): ReactElement {
  const { t } = useTranslation()
  return (
    <article className={`alert-look alert-look--${look}`}>
      {hasTwo && <h3 className="alert-look__language">{t(`languages.${language}`)}</h3>}
      {look !== 'sms' && <p className="alert-look__title" lang={language}>{title || '–'}</p>}
      <p className="alert-look__body" lang={language}>{body || '–'}</p>
    </article>
  )
}

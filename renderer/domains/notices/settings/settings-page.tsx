import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useLaws } from '../clock/queries.ts'
import { KindsPart } from './kinds-part.tsx'
import { LawsPart } from './laws-part.tsx'
import { PricesPart } from './prices-part.tsx'
import { useNoticeChoices } from './queries.ts'
import './settings.css'

/** What notices are written with, by which law they become final, and what they cost. Kinds belong to a department: administrators see the rest. */
export function NoticeSettingsPage(): ReactElement {
  const { t } = useTranslation()
  const isLead = usePerson().grants.some(({ role }) => role === 'lead')
  const choices = useNoticeChoices()
  const laws = useLaws()
  const isOnline = useStatus()?.connection === 'online'
  return (
    <Screen isWide holdsFocus title={t('noticeSettings.title')} intro={t('noticeSettings.intro')} actions={isLead && <Link to="/$page" params={{ page: 'notices' }} className="button button--quiet">{t('notices.toList')}</Link>}>
      {!isOnline && <p className="callout">{t('noticeSettings.offline')}</p>}
      {choices && laws ? (
        <Tabs>
          <TabList className="tabs" aria-label={t('noticeSettings.parts')}>
            {isLead && <Tab id="kinds" className="tab">{t('noticeSettings.kindsPart')}</Tab>}
            <Tab id="laws" className="tab">{t('noticeSettings.lawsPart')}</Tab>
            <Tab id="prices" className="tab">{t('noticeSettings.pricesPart')}</Tab>
          </TabList>
          {isLead && <TabPanel id="kinds"><KindsPart choices={choices} laws={laws} isOnline={isOnline} /></TabPanel>}
          <TabPanel id="laws"><LawsPart laws={laws} isOnline={isOnline} /></TabPanel>
          <TabPanel id="prices"><PricesPart /></TabPanel>
        </Tabs>
      ) : <p className="muted">{t('common.loading')}</p>}
    </Screen>
  )
}

import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Screen } from '../../../ui/screen.tsx'
import { useIsProtector } from '../queries.ts'
import { ExportsPart } from './exports-part.tsx'
import { SearchPart } from './search-part.tsx'
import { VerifyPart } from './verify-part.tsx'
import '../audit.css'

/** The log of who did what: searched, verified and given out. */
export function AuditPage(): ReactElement {
  const { t } = useTranslation()
  const isProtector = useIsProtector()
  return (
    <Screen title={t('pages.audit')} intro={t(isProtector ? 'audit.intro' : 'audit.introAdministrator')} isWide>
      <Tabs>
        <TabList className="tabs" aria-label={t('pages.audit')}>
          <Tab id="search" className="tab">{t('audit.tabs.search')}</Tab>
          <Tab id="verify" className="tab">{t('audit.tabs.verify')}</Tab>
          <Tab id="exports" className="tab">{t('audit.tabs.exports')}</Tab>
        </TabList>
        <TabPanel id="search"><SearchPart /></TabPanel>
        <TabPanel id="verify"><VerifyPart /></TabPanel>
        <TabPanel id="exports"><ExportsPart /></TabPanel>
      </Tabs>
    </Screen>
  )
}

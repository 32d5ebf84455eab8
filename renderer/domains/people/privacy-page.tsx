import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePerson } from '../../core-client/core-context.tsx'
import { Screen } from '../../ui/screen.tsx'
import { AccessPanel } from './access-panel.tsx'
import { DeletionPanel } from './deletion-panel.tsx'
import { PersonPanel } from './person-panel.tsx'
import './privacy.css'

/** Deletion by rule for administrators; for the data protection officer also what citizens ask for, and who looked at what. */
export function PrivacyPage(): ReactElement {
  const { t } = useTranslation()
  const isOfficer = usePerson().grants.some(({ role }) => role === 'data-protection-officer')
  return (
    <Screen title={t('pages.privacy')} intro={t(isOfficer ? 'privacy.introOfficer' : 'privacy.introAdministrator')}>
      {isOfficer
        ? (
          <Tabs>
            <TabList className="tabs" aria-label={t('pages.privacy')}>
              <Tab id="deletion" className="tab">{t('privacy.deletion')}</Tab>
              <Tab id="person" className="tab">{t('privacy.person')}</Tab>
              <Tab id="access" className="tab">{t('privacy.access')}</Tab>
            </TabList>
            <TabPanel id="deletion"><DeletionPanel /></TabPanel>
            <TabPanel id="person"><PersonPanel /></TabPanel>
            <TabPanel id="access"><AccessPanel /></TabPanel>
          </Tabs>
        )
        : <DeletionPanel />}
    </Screen>
  )
}

import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Screen } from '../../ui/screen.tsx'
import { DuplicatesPanel } from './duplicates-panel.tsx'
import { SearchPanel, type SearchPanelProps } from './search-panel.tsx'
import './people.css'

/** Citizens across all services: looked for, and files that may be of one person. */
export function PeoplePage({ onOpen, onOpenCase }: SearchPanelProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Screen title={t('pages.people')} intro={t('people.intro')} isWide holdsFocus>
      <Tabs>
        <TabList className="tabs" aria-label={t('pages.people')}>
          <Tab id="search" className="tab">{t('people.tabs.search')}</Tab>
          <Tab id="duplicates" className="tab">{t('people.tabs.duplicates')}</Tab>
        </TabList>
        <TabPanel id="search"><SearchPanel onOpen={onOpen} onOpenCase={onOpenCase} /></TabPanel>
        <TabPanel id="duplicates"><DuplicatesPanel onOpen={onOpen} /></TabPanel>
      </Tabs>
    </Screen>
  )
}

import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { PLANNERS } from '../../../../shared/domains/vaccinations/roles.ts'
import { Screen } from '../../../ui/screen.tsx'
import { FiguresPart } from '../figures/figures-part.tsx'
import { RecallPart } from '../recall/recall-part.tsx'
import { HarmPart } from './harm-part.tsx'
import { SearchPart } from './search-part.tsx'
import { useUnreported } from './use-unreported.ts'
import { useHealthScopes } from './use-health-scopes.ts'
import './records.css'

/** What is left of vaccination days: batches called back, documentations of all years, suspicions to be reported, figures. */
export function RecordsPage(): ReactElement {
  const { t } = useTranslation()
  const planned = useHealthScopes(PLANNERS)
  const unreported = useUnreported().length
  return (
    <Screen title={t('pages.vaccination-records')} isWide>
      <Tabs>
        <TabList className="tabs" aria-label={t('pages.vaccination-records')}>
          <Tab id="recall" className="tab">{t('vaccinationRecords.recalls')}</Tab>
          <Tab id="records" className="tab">{t('vaccinationRecords.records')}</Tab>
          <Tab id="harm" className="tab">{unreported > 0 ? t('vaccinationRecords.harmCount', { count: unreported }) : t('vaccinationRecords.harm')}</Tab>
          {planned.length > 0 && <Tab id="figures" className="tab">{t('vaccinationRecords.figures')}</Tab>}
        </TabList>
        <TabPanel id="recall"><RecallPart /></TabPanel>
        <TabPanel id="records"><SearchPart /></TabPanel>
        <TabPanel id="harm"><HarmPart /></TabPanel>
        {planned.length > 0 && <TabPanel id="figures"><FiguresPart scopes={planned} /></TabPanel>}
      </Tabs>
    </Screen>
  )
}

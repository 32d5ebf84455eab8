import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { Select } from '../../../ui/select.tsx'
import { useCatalogue } from '../queries.ts'
import { CataloguePanel } from './catalogue-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { usePlanningPlaces } from './use-planning-place.ts'
import './planning.css'

/** What a vaccination day stands on: its sessions, the products and batches, and what is known about when to vaccinate. */
export function PlanningPage(): ReactElement {
  const { t } = useTranslation()
  const { places, here, choose } = usePlanningPlaces()
  const choice = places && places.length > 1 && here && (
    <Select label={t('appointments.place')} items={places.map(({ place: { id, name } }) => ({ id, name }))} value={here.place.id} onChange={choose} />
  )
  return (
    <Screen title={t('pages.vaccination-planning')} isWide intro={here?.place.name} actions={choice}>
      {!places && <p className="muted">{t('common.loading')}</p>}
      {places && !here && <div className="empty"><Icon name="shield" size={32} /><p>{t('planning.noPlace')}</p><p>{t('planning.noPlaceHint')}</p></div>}
      {here && <Parts key={here.place.id} here={here} />}
    </Screen>
  )
}

function Parts({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const catalogue = useCatalogue()
  if (!catalogue) return <p className="muted">{t('common.loading')}</p>
  return (
    <Tabs>
      <TabList className="tabs" aria-label={t('planning.parts')}>
        <Tab id="sessions" className="tab">{t('planning.tab.sessions')}</Tab>
        <Tab id="catalogue" className="tab">{t('planning.tab.catalogue')}</Tab>
        <Tab id="rules" className="tab">{t('planning.tab.rules')}</Tab>
      </TabList>
      <TabPanel id="sessions" className="planning"><SessionsPanel here={here} catalogue={catalogue} /></TabPanel>
      <TabPanel id="catalogue" className="planning"><CataloguePanel here={here} catalogue={catalogue} /></TabPanel>
      <TabPanel id="rules" className="planning"><RulesPanel here={here} catalogue={catalogue} /></TabPanel>
    </Tabs>
  )
}

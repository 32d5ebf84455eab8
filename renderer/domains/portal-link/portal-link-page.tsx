import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PortalLinkState } from '../../../shared/wire/portal-link.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { DestinationsPanel } from './destinations-panel.tsx'
import { MappingsPanel } from './mappings-panel.tsx'
import { usePortalLink } from './queries.ts'
import { useAsk } from './use-ask.ts'
import { WaitingPanel } from './waiting-panel.tsx'
import './portal-link.css'

/** How the town is linked to the state's portal: what waits and why, the keys, and how the portal's forms become those of the town. */
export function PortalLinkPage(): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const { answer, renew } = usePortalLink()
  const { ask, isAsking } = useAsk()
  const look = (): void => void ask(() => client.portalLink.look(), t('portalLink.looking')).then(renew)
  const isLinked = answer.kind === 'here' && answer.value.isLinked
  return (
    <Screen isWide holdsFocus title={t('pages.portal-link')} intro={t('portalLink.intro')} actions={isLinked && <Button icon="download" isDisabled={isAsking} onPress={look}>{t('portalLink.look')}</Button>}>
      {answer.kind === 'loading' && <p className="muted">{t('common.loading')}</p>}
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
      {answer.kind === 'here' && <Parts state={answer.value} onChanged={renew} />}
    </Screen>
  )
}

function Parts({ state, onChanged }: { readonly state: PortalLinkState; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation()
  const waiting = state.submissions.filter(({ state: at }) => at !== 'rejected' && at !== 'expired').length
  return (
    <>
      {!state.isLinked && <p className="callout">{t('portalLink.notLinked')}</p>}
      <Tabs>
        <TabList className="tabs" aria-label={t('portalLink.parts')}>
          <Tab id="waiting" className="tab">{t('portalLink.waitingTab', { count: waiting })}</Tab>
          <Tab id="destinations" className="tab">{t('portalLink.destinations')}</Tab>
          <Tab id="mappings" className="tab">{t('portalLink.mappings')}</Tab>
        </TabList>
        <TabPanel id="waiting"><WaitingPanel state={state} /></TabPanel>
        <TabPanel id="destinations"><DestinationsPanel destinations={state.destinations} areKeysByHand={state.areKeysByHand} onChanged={onChanged} /></TabPanel>
        <TabPanel id="mappings"><MappingsPanel state={state} onChanged={onChanged} /></TabPanel>
      </Tabs>
    </>
  )
}

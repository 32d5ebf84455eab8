import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { CatalogueLink } from '../catalogue/catalogue-link.tsx'
import { useAlertCatalogue, useAlerts, type AlertCatalogue } from '../queries.ts'
import { DrillNotice } from '../training/drill-notice.tsx'
import { TrainingSwitch } from '../training/training-switch.tsx'
import { useDeskMode } from '../training/use-training.ts'
import { WarningsButton } from '../warnings/warnings-button.tsx'
import { AlertLine } from './alert-line.tsx'
import { NewAlertDialog } from './new-alert-dialog.tsx'
import { OneClick } from './one-click.tsx'
import { CALLING, SECTIONS, sectionsOf, type SectionName } from './sections.ts'
import { useTopicsToWriteOn } from './use-topics-to-write-on.ts'
import './alerts.css'

/** Messages to the public: what holds, what waits for somebody, and the way to a new one. Live ones and drills are never in one list. */
export function AlertsPage(): ReactElement {
  const { t } = useTranslation()
  const catalogue = useAlertCatalogue()
  const mode = useDeskMode()
  const all = useAlerts()
  const alerts = all?.filter(alert => alert.mode === mode)
  const [isBeginning, setBeginning] = useState(false)
  const topics = useTopicsToWriteOn()
  // Whoever writes no warnings sees none of the drills either, and could only be told something false.
  const isForDrills = topics.some(({ kind }) => kind === 'hazard')
  return (
    <Screen
      holdsFocus title={t('pages.alerts')} intro={t('alerts.intro')}
      actions={topics.length > 0 && <>{mode === 'live' && <TrainingSwitch />}<ActionButton kind="primary" icon="plus" isPrimary onPress={() => setBeginning(true)}>{t('alerts.new')}</ActionButton></>}
    >
      {!catalogue || !alerts ? <p className="muted">{t('common.loading')}</p> : (
        <div className="stack">
          <div className="alerts-around">{isForDrills && <DrillNotice alerts={all ?? []} />}<div className="row alerts-around__ways"><WarningsButton /><CatalogueLink /></div></div>
          <Sections names={CALLING} alerts={alerts} catalogue={catalogue} />
          <OneClick catalogue={catalogue} topics={topics} mode={mode} alerts={alerts} />
          <Sections names={RESTING} alerts={alerts} catalogue={catalogue} />
          {alerts.length === 0 && <div className="empty"><Icon name="megaphone" size={32} /><p>{t('alerts.empty')}</p></div>}
        </div>
      )}
      {isBeginning && catalogue && <NewAlertDialog catalogue={catalogue} topics={topics} mode={mode} onClose={() => setBeginning(false)} />}
    </Screen>
  )
}

const RESTING = SECTIONS.filter(name => !CALLING.includes(name))

interface SectionsProps {
  readonly names: readonly SectionName[]
  readonly alerts: readonly ShownAlert[]
  readonly catalogue: AlertCatalogue
}

function Sections({ names, alerts, catalogue: { topics } }: SectionsProps): ReactElement {
  const sections = sectionsOf(alerts, topics, usePerson(), instantFromMs(useNow()))
  return (
    <>
      {names.map(name => {
        const found = sections.get(name) ?? []
        return found.length > 0 && <Section key={name} name={name} alerts={found} topics={topics} />
      })}
    </>
  )
}

/** So many of those before are shown at once. */
const STEP = 20

function Section({ name, alerts, topics }: { readonly name: SectionName; readonly alerts: readonly ShownAlert[]; readonly topics: AlertCatalogue['topics'] }): ReactElement {
  const { t } = useTranslation()
  const [most, setMost] = useState(STEP)
  return (
    <section className={`alert-section alert-section--${name}`} aria-labelledby={`alerts-${name}`}>
      <h2 id={`alerts-${name}`} className="alert-section__title">{t(`alerts.section.${name}`)} <span className="alert-section__count">{alerts.length}</span></h2>
      <ul className="alert-section__list">
        {alerts.slice(0, most).map(alert => <AlertLine key={alert.id} alert={alert} section={name} topic={topics.find(({ id }) => id === alert.content.topicId)} />)}
      </ul>
      {alerts.length > most && <div><Button kind="quiet" onPress={() => setMost(most + STEP)}>{t('alerts.more')}</Button></div>}
    </section>
  )
}

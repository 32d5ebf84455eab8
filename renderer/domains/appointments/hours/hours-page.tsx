import { useState, type ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { contentOf } from '../../../../shared/domains/appointments/hours-commands.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { OpeningHoursId } from '../../../../shared/ids.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { ImportAbsencesButton } from '../absences/import-absences-button.tsx'
import { PlaceScreen } from '../place-screen.tsx'
import { useMaySetHours } from '../queries.ts'
import { StatisticsPanel } from '../statistics/statistics-panel.tsx'
import { ChangeDialog, type HoursEdit } from './change-dialog.tsx'
import { HistoryList } from './history-list.tsx'
import { LineList } from './line-list.tsx'
import { newLine } from './new-line.ts'
import { OutsideNotice } from './outside-notice.tsx'
import { PlacePanel } from './place/place-panel.tsx'
import { useWhyNot } from './use-why-not.ts'
import { WeekTable } from './week-table.tsx'
import './hours.css'

/** When which counters of a place are open, who would be left standing by a change, and what the place offers. */
export function HoursPage(): ReactElement {
  const { t } = useTranslation()
  const [edit, setEdit] = useState<HoursEdit>()
  return (
    <PlaceScreen title={t('hours.title')} actions={actionsOf(setEdit)}>
      {here => (
        <>
          <Parts here={here} onEdit={setEdit} />
          {edit && <ChangeDialog key={edit.lineId} here={here} edit={edit} onClose={() => setEdit(undefined)} />}
        </>
      )}
    </PlaceScreen>
  )
}

function Parts({ here, onEdit }: { readonly here: FurnishedPlace; readonly onEdit: (edit: HoursEdit) => void }): ReactElement {
  const { t } = useTranslation()
  const isLed = useMaySetHours(here.place)
  return (
    <Tabs>
      <TabList className="tabs" aria-label={t('hours.views')}>
        <Tab id="hours" className="tab">{t('hours.tab.hours')}</Tab>
        <Tab id="place" className="tab">{t('hours.tab.place')}</Tab>
        {isLed && <Tab id="statistics" className="tab">{t('hours.tab.statistics')}</Tab>}
        <Tab id="history" className="tab">{t('hours.tab.history')}</Tab>
      </TabList>
      <TabPanel id="hours" className="hours">
        <OutsideNotice key={here.place.id} here={here} />
        <WeekTable here={here} />
        <LineList here={here} onEdit={line => onEdit({ mode: 'change', lineId: line.id, content: contentOf(line) })} onRemove={line => onEdit({ mode: 'remove', lineId: line.id, content: contentOf(line) })} />
      </TabPanel>
      <TabPanel id="place" className="hours"><PlacePanel here={here} /></TabPanel>
      {isLed && <TabPanel id="statistics" className="hours"><StatisticsPanel here={here} /></TabPanel>}
      <TabPanel id="history" className="hours"><HistoryList here={here} /></TabPanel>
    </Tabs>
  )
}

const actionsOf = (onEdit: (edit: HoursEdit) => void) => (here: FurnishedPlace): ReactElement => <Actions here={here} onEdit={onEdit} />

function Actions({ here, onEdit }: { readonly here: FurnishedPlace; readonly onEdit: (edit: HoursEdit) => void }): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const whyNot = useWhyNot(here)
  const add = (kind: 'open' | 'closed'): void => onEdit({ mode: 'new', lineId: OpeningHoursId.parse(crypto.randomUUID()), content: newLine(kind, today, here.resources) })
  return (
    <>
      <ImportAbsencesButton here={here} />
      <ActionButton icon="minus" refusal={whyNot} onPress={() => add('closed')}>{t('hours.addClosed')}</ActionButton>
      <ActionButton kind="primary" icon="plus" isPrimary refusal={whyNot} onPress={() => add('open')}>{t('hours.add')}</ActionButton>
    </>
  )
}

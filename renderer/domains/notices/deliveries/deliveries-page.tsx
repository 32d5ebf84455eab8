import { useMutation } from '@tanstack/react-query'
import { useDeferredValue, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeNav } from '../list/notice-nav.tsx'
import { DELIVERY_ORDERS, type DeliveryFilter, type DeliveryLine } from '../../../../shared/contract/notice-deliveries.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useCore, useNow } from '../../../core-client/core-context.tsx'
import { ok } from '../../../../shared/result.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { csvName, offerDownload } from '../../../ui/download.ts'
import type { Sort } from '../../../ui/grid-rows.ts'
import { Screen } from '../../../ui/screen.tsx'
import { useSecrecyRefusal, useSecrets } from '../../people/use-secrets.ts'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
import { SavingWords } from '../saving-words.tsx'
import { wayWords } from '../way/way-words.ts'
import { csvOf, recordOf } from './delivery-csv.ts'
import { DeliveryFilters } from './delivery-filters.tsx'
import { DeliveryGrid, LATEST_FIRST } from './delivery-grid.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { ProofPanel } from './proof-panel.tsx'
import './deliveries.css'

const ALL_DELIVERIES: DeliveryFilter = { text: '', channel: null, state: null, kindId: null, from: null, to: null }

/** Who got which notice or decision by which way and when, over all runs and cases, with the proof of it. */
export function DeliveriesPage(): ReactElement {
  const { t } = useTranslation()
  const [filter, setFilter] = useState(ALL_DELIVERIES)
  const sought = useDeferredValue(filter)
  const [sort, setSort] = useState(LATEST_FIRST)
  const [total, setTotal] = useState<number>()
  const [chosen, setChosen] = useState<DeliveryLine>()
  return (
    <Screen title={t('noticeDeliveries.title')} intro={t('noticeDeliveries.intro')} isWide holdsFocus>
      <NoticeNav />
      <div className="deliveries">
        <DeliveryFilters filter={filter} onChange={part => setFilter(before => ({ ...before, ...part }))} />
        <div className="deliveries__sum"><output>{total !== undefined && t('noticeDeliveries.found', { count: total })}</output><SaveButton filter={sought} sort={sort} total={total ?? 0} /></div>
        <div className={chosen ? 'deliveries__work deliveries__work--one' : 'deliveries__work'}>
          <DeliveryGrid filter={sought} total={total} chosenId={chosen?.id} onTotal={setTotal} onSort={setSort} onChoose={setChosen} />
          {chosen && (chosen.applicationId === null ? <ProofPanel key={chosen.id} line={chosen} /> : <DecisionPanel key={chosen.id} line={chosen} />)}
        </div>
      </div>
    </Screen>
  )
}

/** What the list shows, as a table to take along. */
function SaveButton({ filter, sort, total }: { readonly filter: DeliveryFilter; readonly sort: Sort; readonly total: number }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const today = germanDayAt(useNow())
  const isSecret = useSecrets()
  const unknown = useSecrecyRefusal()
  const saving = useMutation({
    mutationFn: async () => {
      const { rows } = await client.noticeDeliveries.list({ ...filter, order: DELIVERY_ORDERS.find(name => name === sort.field) ?? 'day', isDescending: sort.direction === 'desc', start: 0, end: total })
      const heads = [t('noticeDeliveries.day'), t('noticeDeliveries.name'), t('noticeDeliveries.reference'), t('noticeDeliveries.kind'), t('noticeDeliveries.way'), t('noticeDeliveries.state'), t('noticeDeliveries.proof')]
      const text = csvOf(heads, rows.filter(row => !isSecret(recordOf(row))), { way: ({ channel, registered }) => wayWords(t, channel, registered), state: ({ state }) => t(`notices.states.${state}`) })
      offerDownload(new Blob([text]), csvName([t('noticeDeliveries.title'), today]))
      return ok(null)
    },
  })
  const save = useOneAtATime(() => saving.mutateAsync())
  return (
    <div className="deliveries__save">
      <ActionButton icon="download" refusal={total === 0 ? t('noticeDeliveries.nothingToSave') : unknown} onPress={save}>{t('noticeDeliveries.save')}</ActionButton>
      <SavingWords saving={saving} making={t('noticeDeliveries.making')} saved={t('noticeDeliveries.print.saved')} />
    </div>
  )
}

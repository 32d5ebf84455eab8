import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeNav } from '../list/notice-nav.tsx'
import type { FinalityRow } from '../../../../shared/domains/notices/clock/finality-row.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { NoticeId, NoticeRunId } from '../../../../shared/ids.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { csvName, offerDownload } from '../../../ui/download.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { LeftOut } from '../../people/left-out.tsx'
import { useSecrecyRefusal, useSecrets } from '../../people/use-secrets.ts'
import { useNotice } from '../queries.ts'
import { ClockPanel } from './clock-panel.tsx'
import { FinalityFilters } from './finality-filters.tsx'
import { FinalityList } from './finality-list.tsx'
import { ALL_NOTICES, countsOf, csvOf, filteredRows, sortedRows, type FinalityFilter } from './finality-rows.ts'
import { useFinality } from './queries.ts'
import './clock.css'

interface Props {
  /** The notices of one run; null for all that ever went out. */
  readonly runId: NoticeRunId | null
  /** Chosen from the start. */
  readonly noticeId: NoticeId | undefined
  readonly onCase: (id: string) => void
}

/** Which notice counts as announced when, until when one can object and from when on it is final. */
export function FinalityPage({ runId, noticeId, onCase }: Props): ReactElement {
  const { t } = useTranslation()
  const rows = useFinality(runId)
  return (
    <Screen title={t('noticeClock.title')} intro={t('noticeClock.intro')} isWide holdsFocus>
      <NoticeNav />
      {!rows && <p className="muted">{t('common.loading')}</p>}
      {rows?.length === 0 && <div className="empty"><Icon name="hourglass" size={32} /><p>{t('noticeClock.none')}</p></div>}
      {rows && rows.length > 0 && <Finality rows={rows} firstId={noticeId} onCase={onCase} />}
    </Screen>
  )
}

function Finality({ rows, firstId, onCase }: { readonly rows: readonly FinalityRow[]; readonly firstId: NoticeId | undefined; readonly onCase: (id: string) => void }): ReactElement {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<FinalityFilter>(ALL_NOTICES)
  const [chosenId, setChosen] = useState(firstId)
  const chosen = rows.find(({ id }) => id === chosenId)
  const shown = useMemo(() => filteredRows(rows, filter), [rows, filter])
  const counts = useMemo(() => countsOf(rows), [rows])
  return (
    <div className="finality">
      <FinalityFilters filter={filter} counts={counts} onChange={part => setFilter(before => ({ ...before, ...part }))} />
      <div className={chosen ? 'finality__work finality__work--one' : 'finality__work'}>
        <FinalityList rows={rows} filter={filter} isEmpty={shown.length === 0} chosenId={chosenId} onChoose={({ id }) => setChosen(id)} />
        {chosen && <One key={chosen.id} row={chosen} onCase={onCase} />}
      </div>
      <output className="sr-only">{chosen && `${chosen.name}: ${t(`noticeClock.states.${chosen.state}`)}`}</output>
      <SaveButton shown={shown} />
    </div>
  )
}

function One({ row: { id, name, reference, ruleSetId }, onCase }: { readonly row: FinalityRow; readonly onCase: (id: string) => void }): ReactElement {
  const { t } = useTranslation()
  const read = useNotice(id)
  // Until it is here, the one before must not be taken for it.
  const notice = read?.id === id ? read : undefined
  return (
    <aside className="finality__one" aria-label={name}>
      <h2 className="finality__name">{name}</h2>
      <p className="muted">{reference}</p>
      {notice ? <ClockPanel notice={notice} ruleSetId={ruleSetId} onCase={onCase} /> : <p className="muted">{t('common.loading')}</p>}
    </aside>
  )
}

/** What the list shows, as a table to take along. */
function SaveButton({ shown }: { readonly shown: readonly FinalityRow[] }): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const isSecret = useSecrets()
  const unknown = useSecrecyRefusal()
  const open = shown.filter(({ id }) => !isSecret(id))
  const save = (): void => {
    const heads = [t('noticeClock.name'), t('noticeClock.reference'), t('noticeClock.sentOn'), t('noticeClock.announcedOn'), t('noticeClock.endOn'), t('noticeClock.finalOn'), t('noticeClock.state')]
    const text = csvOf(heads, sortedRows(open, { field: 'endOn', direction: 'asc' }), state => t(`noticeClock.states.${state}`))
    offerDownload(new Blob([text]), csvName([t('noticeClock.title'), today]))
  }
  return <div><ActionButton icon="download" refusal={unknown ?? (open.length === 0 ? t('noticeClock.nothingToSave') : undefined)} onPress={save}>{t('noticeClock.save')}</ActionButton><LeftOut count={unknown ? 0 : shown.length - open.length} /></div>
}

import { useCallback, useId, useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recall, RecallContact } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useRecallContacts } from '../queries.ts'
import { useStation } from '../station/use-station.ts'
import { useAgainOnline } from '../../../ui/use-again-online.ts'
import { CloseRecall } from './close-recall.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { PrintPhoneList } from './phone-list.tsx'
import { RecallFilters } from './recall-filters.tsx'
import { RecallLetters } from './recall-letters.tsx'
import { RecallList } from './recall-list.tsx'
import { RecallProgress } from './recall-progress.tsx'
import { ALL_ROWS, byName, countsOf, filteredRows, nextAfter, rowsOf, type RecallFilter, type RecallRow } from './recall-rows.ts'
import { useRecallPersons, type ReadPersons } from './use-recall-persons.ts'

interface Props {
  readonly recall: Recall
  readonly mayClose: boolean
}

const NONE: readonly RecallContact[] = []

/** A recall as it is worked through: everybody who was given the batch, one after the other. */
export function RecallView({ recall, mayClose }: Props): ReactElement {
  const titleId = useId()
  const read = useRecallPersons(recall.id)
  const contacts = useRecallContacts(recall.id) ?? NONE
  useAgainOnline(read.refusal !== undefined, read.again)
  const persons = useMemo(() => byName(read.persons), [read.persons])
  const rows = useMemo(() => rowsOf(persons, contacts), [persons, contacts])
  const counts = useMemo(() => countsOf(rows), [rows])
  const isOpen = recall.closedAt === null
  return (
    <section className="recall" aria-labelledby={titleId}>
      <header className="recall__head">
        <RecallTitle recall={recall} titleId={titleId} />
        <div className="row">
          {rows.length > 0 && <PrintPhoneList recall={recall} rows={rows} />}
          {isOpen && rows.length > 0 && <RecallLetters recall={recall} rows={rows} />}
          {isOpen && mayClose && read.isComplete && <CloseRecall recall={recall} open={counts.open + counts['not-reached']} />}
        </div>
      </header>
      <Reading read={read} onAgain={read.again} />
      {rows.length > 0 && <><RecallProgress counts={counts} total={read.total ?? rows.length} /><Work recall={recall} rows={rows} /></>}
    </section>
  )
}

function RecallTitle({ recall: { vaccineName, lot, reason, openedAt, openedByName, closedAt, closedByName }, titleId }: Pick<Props, 'recall'> & { readonly titleId: string }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div>
      <h2 id={titleId} className="recall__title">{t('vaccinationRecords.recallOf', { vaccine: vaccineName, lot })}</h2>
      <p>{reason}</p>
      <p className="muted">
        {t('vaccinationRecords.openedBy', { at: formatDayAndTime(openedAt, language), name: openedByName })}
        {closedAt && <> · {t('vaccinationRecords.closedBy', { at: formatDayAndTime(closedAt, language), name: closedByName ?? '' })}</>}
      </p>
    </div>
  )
}

/** What is still being read, and what could not be. */
function Reading({ read: { persons, total, isComplete, refusal }, onAgain }: { readonly read: ReadPersons; readonly onAgain: () => void }): ReactElement | null {
  const { t } = useTranslation()
  if (refusal) return <Problem refusal={refusal}><p>{t('vaccinationRecords.needsService')}</p><Button onPress={onAgain}>{t('common.tryAgain')}</Button></Problem>
  if (!isComplete) return <output className="muted">{total === undefined ? t('common.loading') : t('vaccinationRecords.reading', { read: persons.length, count: total })}</output>
  return persons.length === 0 ? <output>{t('vaccinationRecords.nobodyGiven')}</output> : null
}

function Work({ recall, rows }: { readonly recall: Recall; readonly rows: readonly RecallRow[] }): ReactElement {
  const [filter, setFilter] = useState<RecallFilter>(ALL_ROWS)
  const [chosenId, setChosen] = useState<string>()
  const station = useStation()
  const shown = useMemo(() => filteredRows(rows, filter), [rows, filter])
  const chosen = rows.find(({ id }) => id === chosenId) ?? shown.find(({ state }) => state === 'open') ?? shown[0]
  const place = chosen ? shown.indexOf(chosen) + 1 : 0
  const choose = useCallback((row: RecallRow) => setChosen(row.id), [])
  const save = (row: RecallRow, state: RecallContact['state'], note: string): void => {
    const next = nextAfter(shown, row.id) ?? row
    station.step('note-contact', { recallId: recall.id, vaccinationId: row.id, state, note }, () => setChosen(next.id))
  }
  return (
    <>
      <RecallFilters filter={filter} counts={countsOf(rows)} total={rows.length} onChange={part => setFilter(before => ({ ...before, ...part }))} />
      <div className="recall__work">
        <RecallList rows={rows} filter={filter} isEmpty={shown.length === 0} chosenId={chosen?.id} onChoose={choose} />
        {chosen && (
          <ContactPanel
            row={chosen} place={place} of={shown.length} isClosed={recall.closedAt !== null} isResting={station.isResting} onNote={(state, note) => save(chosen, state, note)}
            onStep={by => setChosen(shown[place - 1 + by]?.id ?? chosen.id)}
          />
        )}
      </div>
    </>
  )
}

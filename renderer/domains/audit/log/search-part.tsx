import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDayAt, plusCalendarDays } from '../../../../shared/german-days.ts'
import type { AuditEntry, AuditQuery } from '../../../../shared/wire/audit.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAuditSearch } from '../queries.ts'
import { actionTitle, recordTitle } from '../words.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { SearchForm } from './search-form.tsx'

const FIRST_DAYS = 7

/** The last week at first; what is found can be opened one by one and given out as a whole. */
export function SearchPart(): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const [query, setQuery] = useState<AuditQuery>(() => ({ part: 'general', from: plusCalendarDays(today, -FIRST_DAYS), to: today, who: '', actions: [], record: '', before: null }))
  const [opened, setOpened] = useState<number>()
  const [isExporting, setExporting] = useState(false)
  const found = useAuditSearch(query)
  const last = found.kind === 'here' && found.value.more ? found.value.entries.at(-1) : undefined
  return (
    <div className="stack audit">
      <SearchForm query={query} onSearch={setQuery} />
      {found.kind === 'loading' && <p className="muted">{t('common.loading')}</p>}
      {found.kind === 'refused' && <Problem refusal={found.refusal} />}
      {found.kind === 'here' && found.value.entries.length === 0 && <output>{t('audit.nothing')}</output>}
      {found.kind === 'here' && found.value.entries.length > 0 && <Entries entries={found.value.entries} isHealth={query.part === 'health'} onOpen={setOpened} />}
      <div className="row">
        {query.before && <Button icon="back" onPress={() => setQuery({ ...query, before: null })}>{t('audit.newest')}</Button>}
        {last && <Button onPress={() => setQuery({ ...query, before: { at: last.at, position: last.position } })}>{t('audit.older')}</Button>}
        <Button icon="download" onPress={() => setExporting(true)}>{t('audit.export')}</Button>
      </div>
      {opened !== undefined && <EntryDialog position={opened} onClose={() => setOpened(undefined)} />}
      {isExporting && <ExportDialog query={query} onClose={() => setExporting(false)} />}
    </div>
  )
}

function Entries({ entries, isHealth, onOpen }: { readonly entries: readonly AuditEntry[]; readonly isHealth: boolean; readonly onOpen: (position: number) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <DataTable caption={t('audit.log')} className="audit__entries" isStackable heads={[t('audit.when'), t('audit.who'), t('audit.did'), t('audit.about'), t('audit.changed'), ...(isHealth ? [t('audit.purpose')] : []), { title: t('audit.open'), isUnseen: true }]}>
      {entries.map(({ position, at, personName, action, subject, records, purpose }) => (
        <tr key={position}>
          <th scope="row" className="audit__when">{formatDayAndTime(at, language)}</th>
          <td>{personName ?? <span className="muted">{t('audit.byNobody')}</span>}</td>
          <td>{actionTitle(action, language)}</td>
          <td>{subject ?? <span className="muted">{t('common.none')}</span>}</td>
          <td>{records.map(({ table, count }) => `${formatNumber(count, language)} × ${recordTitle(table, language)}`).join(', ') || <span className="muted">{t('common.none')}</span>}</td>
          {isHealth && <td>{purpose ?? <span className="muted">{t('common.none')}</span>}</td>}
          <td><Button kind="quiet" icon="eye" aria-label={t('audit.openOf', { number: formatNumber(position, language) })} onPress={() => onOpen(position)}>{t('audit.open')}</Button></td>
        </tr>
      ))}
    </DataTable>
  )
}

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccessEntry } from '../../../shared/wire/privacy.ts'
import { germanDayAt, plusCalendarDays } from '../../../shared/german-days.ts'
import { useNow } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { formatDayAndTime, formatPlainDay, parseDay } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useAccessLog, type AccessFilter } from './queries.ts'

/** Who looked at which case, and who gave out or deleted data; the last thirty days at first. */
export function AccessPanel(): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const [filter, setFilter] = useState<AccessFilter>({ from: plusCalendarDays(today, -30), to: today, text: '' })
  const log = useAccessLog(filter)
  return (
    <div className="stack privacy">
      <FilterForm filter={filter} onChange={setFilter} />
      {log.kind === 'asking' && <p className="muted">{t('common.loading')}</p>}
      {log.kind === 'refused' && <Problem refusal={log.refusal} />}
      {log.kind === 'told' && log.value.entries.length === 0 && <output>{t('privacy.noAccess')}</output>}
      {log.kind === 'told' && log.value.entries.length > 0 && <Entries entries={log.value.entries} />}
      <div className="row">
        {filter.before && <Button icon="back" onPress={() => setFilter({ from: filter.from, to: filter.to, text: filter.text })}>{t('privacy.newest')}</Button>}
        {log.kind === 'told' && log.value.more && <Button onPress={() => setFilter({ ...filter, ...olderThan(log.value.entries) })}>{t('privacy.older')}</Button>}
      </div>
    </div>
  )
}

const olderThan = (entries: readonly AccessEntry[]): { before?: string } => {
  const last = entries.at(-1)
  return last ? { before: last.at } : {}
}

function FilterForm({ filter, onChange }: { readonly filter: AccessFilter; readonly onChange: (filter: AccessFilter) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [from, setFrom] = useState(formatPlainDay(filter.from, language))
  const [to, setTo] = useState(formatPlainDay(filter.to, language))
  const [text, setText] = useState(filter.text)
  const [isTried, setTried] = useState(false)
  const days = { from: parseDay(from), to: parseDay(to) }
  const wrong = (day: string | undefined): string | undefined => (isTried && day === undefined ? t('list.filter.dateWrong') : undefined)
  const apply = (): void => {
    setTried(true)
    if (days.from !== undefined && days.to !== undefined) onChange({ from: days.from, to: days.to, text: text.trim() })
  }
  return (
    <search><form noValidate className="privacy__search" onSubmit={event => { event.preventDefault(); apply() }}>
      <TextInput label={t('privacy.from')} value={from} onChange={setFrom} placeholder={t('list.filter.dateHint')} error={wrong(days.from)} />
      <TextInput label={t('privacy.to')} value={to} onChange={setTo} placeholder={t('list.filter.dateHint')} error={wrong(days.to)} />
      <TextInput label={t('privacy.whoOrWhat')} value={text} onChange={setText} maxLength={80} />
      <Button kind="primary" type="submit" icon="search">{t('privacy.show')}</Button>
    </form></search>
  )
}

function Entries({ entries }: { readonly entries: readonly AccessEntry[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <DataTable caption={t('privacy.log')} heads={[t('privacy.when'), t('privacy.who'), t('privacy.did'), t('privacy.what')]}>
      {entries.map((entry, index) => (
        // Entries have no id of their own, and the list is only ever replaced as a whole.
        <tr key={`${entry.at}/${index}`}>
          <th scope="row">{formatDayAndTime(entry.at, language)}</th>
          <td>{entry.personName ?? t('history.system')}</td>
          <td>{t(`privacy.kinds.${entry.kind}`)}</td>
          <td>{entry.subject ?? <span className="muted">{t('common.none')}</span>}</td>
        </tr>
      ))}
    </DataTable>
  )
}

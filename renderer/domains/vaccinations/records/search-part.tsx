import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { folded } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { VaccinationId } from '../../../../shared/ids.ts'
import type { FoundRecord, RecordSearch } from '../../../../shared/wire/vaccinations.ts'
import { useCore, useNow, useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { listName } from '../board/board-words.tsx'
import { NO_SEARCH, readSearch, type SearchDraft, type SearchProblem } from './record-search.ts'
import { useAgainOnline } from '../../../ui/use-again-online.ts'
import { useOpened } from '../use-opened.ts'
import { addressOf } from './record-parts.ts'
import { RecordView } from './record-view.tsx'

/** Documentations of all years. Whoever looks for one says what for; that holds for this search and is kept with it. */
export function SearchPart(): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [draft, setDraft] = useState(NO_SEARCH)
  const { opened: openId, open, close, wasLeft, forget: forgetOpened } = useOpened<VaccinationId>()
  const search = useMutation({ mutationFn: (asked: RecordSearch) => client.vaccinations.search(asked) })
  useAgainOnline(search.data?.ok === false, () => { if (search.variables) search.mutate(search.variables) })
  if (openId && search.variables) return <RecordView key={openId} vaccinationId={openId} purpose={search.variables.purpose} onBack={close} />
  const start = (asked: RecordSearch): void => {
    forgetOpened()
    search.mutate(asked)
  }
  const forget = (): void => {
    setDraft(NO_SEARCH)
    search.reset()
  }
  return (
    <div className="stack records">
      <SearchForm draft={draft} onChange={part => setDraft(before => ({ ...before, ...part }))} onSearch={start} onForget={search.isIdle ? undefined : forget} />
      {search.isPending && <output className="muted">{t('common.loading')}</output>}
      {search.isError && <Problem refusal={{ code: 'request/unexpected' }} />}
      {search.data && !search.data.ok && <Problem refusal={search.data.error}><p>{t('vaccinationRecords.needsService')}</p></Problem>}
      {search.data?.ok && <FoundRecords {...search.data.value} wasLeft={wasLeft} onOpen={open} />}
    </div>
  )
}

interface FormProps {
  readonly draft: SearchDraft
  readonly onChange: (part: Partial<SearchDraft>) => void
  readonly onSearch: (search: RecordSearch) => void
  readonly onForget: (() => void) | undefined
}

function SearchForm({ draft, onChange, onSearch, onForget }: FormProps): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const isOnline = useStatus()?.connection === 'online'
  const [wasTried, setTried] = useState(false)
  const read = readSearch(draft, today)
  const problem = (which: SearchProblem): string | undefined => (wasTried && 'problems' in read && read.problems.includes(which) ? t(`vaccinationRecords.searchProblem.${which}`) : undefined)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if ('search' in read) onSearch(read.search)
  }
  return (
    <search>
      <form noValidate className="stack" onSubmit={send}>
        <TextInput label={t('vaccinationRecords.purpose')} hint={t('vaccinationRecords.purposeHint')} value={draft.purpose} maxLength={300} isRequired error={problem('purpose')} onChange={purpose => onChange({ purpose })} />
        <div className="records__who">
          <TextInput label={t('vaccinations.familyName')} value={draft.familyName} maxLength={120} error={problem('too-little')} onChange={familyName => onChange({ familyName })} />
          <TextInput label={t('vaccinations.givenName')} value={draft.givenName} maxLength={120} onChange={givenName => onChange({ givenName })} />
          <TextInput label={t('vaccinations.birthDay')} hint={t('vaccinations.birthDayHint')} value={draft.birthDay} maxLength={20} error={problem('birth-day')} onChange={birthDay => onChange({ birthDay })} />
        </div>
        {!isOnline && <p className="callout">{t('vaccinationRecords.searchOffline')}</p>}
        <div className="row">
          <Button kind="primary" type="submit" icon="search">{t('vaccinationRecords.search')}</Button>
          {onForget && <Button icon="cross" onPress={onForget}>{t('vaccinationRecords.newSearch')}</Button>}
        </div>
      </form>
    </search>
  )
}

interface FoundProps {
  readonly records: readonly FoundRecord[]
  readonly more: boolean
  /** Whoever comes back from a record goes on where they left the list. */
  readonly wasLeft: (id: VaccinationId) => boolean
  readonly onOpen: (id: VaccinationId) => void
}

function FoundRecords({ records, more, wasLeft, onOpen }: FoundProps): ReactElement {
  const { t } = useTranslation()
  if (records.length === 0) return <output>{t('vaccinationRecords.nothingFound')}</output>
  const words = ['name', 'born', 'place', 'vaccine', 'day', 'number'] as const
  return (
    <>
      {more && <p className="callout">{t('vaccinationRecords.moreFound', { count: records.length })}</p>}
      <DataTable caption={t('vaccinationRecords.found', { count: records.length })} isStackable heads={[...words.map(word => t(`vaccinationRecords.${word}`)), { title: t('vaccinationRecords.openRecord'), isUnseen: true }]}>
        {inOrder(records).map(record => <FoundRow key={record.vaccinationId} record={record} wasLeft={wasLeft(record.vaccinationId)} onOpen={() => onOpen(record.vaccinationId)} />)}
      </DataTable>
    </>
  )
}

function FoundRow({ record: { person, vaccineName, day, number, isArchived }, wasLeft, onOpen }: { readonly record: FoundRecord; readonly wasLeft: boolean; readonly onOpen: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const button = useFirstFocus<HTMLButtonElement>(wasLeft)
  useEffect(() => { if (wasLeft) button.current?.scrollIntoView({ block: 'nearest' }) }, [wasLeft, button])
  return (
    <tr>
      <th scope="row">{listName(person)}</th>
      <td>{person.birthDay ? formatPlainDay(person.birthDay, language) : t('common.none')}</td>
      <td>{addressOf({ ...person, street: '', postalCode: '' })}</td>
      <td>{vaccineName}</td>
      <td>{formatPlainDay(day, language)}</td>
      <td>{number}{isArchived && <span className="muted"> · {t('vaccinationRecords.archived')}</span>}</td>
      <td><Button ref={button} aria-label={t('vaccinationRecords.openOf', { name: listName(person), number })} onPress={onOpen}>{t('vaccinationRecords.openRecord')}</Button></td>
    </tr>
  )
}

/** By name, umlauts as people look for them; of one person the last first, as they came. */
const inOrder = (records: readonly FoundRecord[]): readonly FoundRecord[] => {
  const key = ({ person: { familyName, givenName, birthDay } }: FoundRecord): string => `${folded(familyName)} ${folded(givenName)} ${birthDay ?? ''}`
  return records.map(record => ({ record, key: key(record) })).toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ record }) => record)
}

import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonSummary } from '../../../shared/wire/people.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { SHORTEST_SEARCH, useCitizens } from './file-queries.ts'
import type { Renewable } from './queries.ts'

export interface PersonSearch {
  readonly typed: string
  readonly onType: (text: string) => void
  readonly isShort: boolean
  readonly start: () => void
  /** What was looked for; empty before the first time and where it was too short. */
  readonly search: string
  readonly found: Renewable<{ readonly people: readonly PersonSummary[]; readonly hasMore: boolean }> | undefined
}

/** Looks for a citizen at the service, not before somebody says so: each letter alone would find half the town. */
export function usePersonSearch(): PersonSearch {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [isShort, setShort] = useState(false)
  const found = useCitizens(search)
  const start = (): void => {
    const text = typed.trim()
    setShort(text.length < SHORTEST_SEARCH)
    setSearch(text.length < SHORTEST_SEARCH ? '' : text)
    if (text === search) found?.renew()
  }
  return { typed, onType: setTyped, isShort, start, search, found }
}

export function PersonSearchForm({ typed, onType, isShort, start }: PersonSearch): ReactElement {
  const { t } = useTranslation()
  const input = useFirstFocus<HTMLInputElement>()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    start()
  }
  return (
    <search>
      <form noValidate className="people__search" onSubmit={submit}>
        <TextInput inputRef={input} label={t('people.search')} hint={t('people.searchHint')} value={typed} maxLength={120} error={isShort ? t('people.tooShort') : undefined} onChange={onType} />
        <Button kind="primary" type="submit" icon="search">{t('people.find')}</Button>
      </form>
    </search>
  )
}

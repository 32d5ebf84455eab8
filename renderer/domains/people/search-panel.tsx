import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonSummary } from '../../../shared/wire/people.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { formatPlainDay } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { addressLine } from './contact-words.ts'
import { HeldCases } from './held-cases.tsx'
import { PersonSearchForm, usePersonSearch } from './person-search.tsx'
import { SecrecyBadge } from './secrecy-badge.tsx'
import { useAgainOnline } from '../../ui/use-again-online.ts'

export interface SearchPanelProps {
  readonly onOpen: (id: PersonId) => void
  readonly onOpenCase: (id: string) => void
}

/** Looks for a citizen by whatever is known of them. */
export function SearchPanel({ onOpen, onOpenCase }: SearchPanelProps): ReactElement {
  const { t } = useTranslation()
  const looked = usePersonSearch()
  const { search, found } = looked
  const isOnline = useStatus()?.connection === 'online'
  useAgainOnline(found?.answer.kind === 'refused', () => found?.renew())
  return (
    <div className="stack">
      <PersonSearchForm {...looked} />
      {!isOnline && <p className="callout">{t('people.offline')}</p>}
      {!isOnline && search !== '' && <HeldCases personId={null} name={search} onOpen={onOpenCase} />}
      {isOnline && found?.answer.kind === 'asking' && <output className="muted">{t('common.loading')}</output>}
      {isOnline && found?.answer.kind === 'refused' && <Problem refusal={found.answer.refusal} />}
      {found?.answer.kind === 'told' && <Found {...found.answer.value} search={search} onOpen={onOpen} />}
    </div>
  )
}

interface FoundProps {
  readonly people: readonly PersonSummary[]
  readonly hasMore: boolean
  readonly search: string
  readonly onOpen: (id: PersonId) => void
}

function Found({ people, hasMore, search, onOpen }: FoundProps): ReactElement {
  const { t } = useTranslation()
  if (people.length === 0) return <output>{t('people.nobody', { search })}</output>
  return (
    <>
      {hasMore && <p className="callout">{t('people.more')}</p>}
      <DataTable caption={t('people.found', { count: people.length })} isStackable heads={[t('people.name'), t('people.born'), t('people.address'), t('people.contact'), { title: t('people.open'), isUnseen: true }]}>
        {people.map(person => <FoundRow key={person.id} person={person} onOpen={onOpen} />)}
      </DataTable>
    </>
  )
}

function FoundRow({ person, onOpen }: { readonly person: PersonSummary; readonly onOpen: (id: PersonId) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const hidden = person.isHidden && <span className="muted">{t('people.secrecy.hidden')}</span>
  return (
    <tr className="people__row">
      <th scope="row">
        <span className="people__name">{person.name}</span>
        {person.otherNames.length > 0 && <span className="muted people__other">{t('people.otherNames', { names: person.otherNames.join(', ') })}</span>}
        {person.secretUntil && <SecrecyBadge />}
      </th>
      <td>{hidden || (person.birthDay ? formatPlainDay(person.birthDay, language) : t('common.none'))}</td>
      <td>{hidden || (person.addresses[0] ? addressLine(person.addresses[0]) : t('common.none'))}</td>
      <td>{hidden || person.emails[0] || person.phones[0] || t('common.none')}</td>
      <td><Button kind="quiet" aria-label={t('people.openOf', { name: person.name })} icon="forward" onPress={() => onOpen(person.id)}>{t('people.open')}</Button></td>
    </tr>
  )
}

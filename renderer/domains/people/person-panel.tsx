import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundPerson } from '../../../shared/wire/privacy.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { offerDownload } from '../../ui/download.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { formatNumber } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useFoundPeople } from './queries.ts'
import { SecrecyBadge } from './secrecy-badge.tsx'

const SHORTEST_SEARCH = 3

/** Answers a citizen who asks what the town keeps about them (Art. 15 GDPR). Each search is noted in the access log. */
export function PersonPanel(): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [isShort, setShort] = useState(false)
  const found = useFoundPeople(search)
  const start = (): void => {
    const text = typed.trim()
    setShort(text.length < SHORTEST_SEARCH)
    setSearch(text.length < SHORTEST_SEARCH ? '' : text)
  }
  return (
    <div className="stack privacy">
      <search><form noValidate className="privacy__search" onSubmit={event => { event.preventDefault(); start() }}>
        <TextInput label={t('privacy.searchPerson')} value={typed} onChange={setTyped} hint={t('privacy.searchHint')} error={isShort ? t('privacy.searchShort') : undefined} maxLength={120} />
        <Button kind="primary" type="submit" icon="search">{t('privacy.find')}</Button>
      </form></search>
      {found?.kind === 'asking' && <p className="muted">{t('common.loading')}</p>}
      {found?.kind === 'refused' && <Problem refusal={found.refusal} />}
      {found?.kind === 'told' && (found.value.people.length > 0 ? <People people={found.value.people} /> : <output>{t('privacy.nobody', { search })}</output>)}
    </div>
  )
}

function People({ people }: { readonly people: readonly FoundPerson[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const [refusal, setRefusal] = useState<RefusalShown>()
  const [busy, setBusy] = useState<string>()
  const give = async ({ id, name }: FoundPerson): Promise<void> => {
    setBusy(id)
    const answer = await client.privacy.export({ id }).catch(() => undefined)
    setBusy(undefined)
    setRefusal(answer?.ok ? undefined : (answer?.error ?? { code: 'request/unexpected' }))
    if (answer?.ok) offerDownload(new Blob([Uint8Array.from(atob(answer.value.content), letter => letter.codePointAt(0) ?? 0)]), `Auskunft ${name}.zip`)
  }
  return (
    <>
      {refusal && <Problem refusal={refusal} />}
      <DataTable caption={t('privacy.found', { count: people.length })} heads={[t('privacy.name'), t('privacy.email'), t('privacy.address'), t('privacy.cases'), t('privacy.notices'), t('privacy.data')]}>
        {people.map(person => (
          <tr key={person.id}>
            <th scope="row"><span className="people__name">{person.name}</span>{person.isHidden && <SecrecyBadge />}</th>
            <td>{person.email ?? <Without {...person} />}</td>
            <td>{person.address || <Without {...person} />}</td>
            <td>{formatNumber(person.applications, language)}</td>
            <td>{formatNumber(person.notices, language)}</td>
            <td><Button icon="download" aria-label={`${t(busy === person.id ? 'privacy.exporting' : 'privacy.export')}: ${person.name}`} isDisabled={busy !== undefined} onPress={() => void give(person)}>{t(busy === person.id ? 'privacy.exporting' : 'privacy.export')}</Button></td>
          </tr>
        ))}
      </DataTable>
    </>
  )
}

/** Nothing is kept, or it is hidden from everybody while a secrecy holds. */
function Without({ isHidden }: Pick<FoundPerson, 'isHidden'>): ReactElement {
  const { t } = useTranslation()
  return <span className="muted">{t(isHidden ? 'people.secrecy.hidden' : 'common.notGiven')}</span>
}

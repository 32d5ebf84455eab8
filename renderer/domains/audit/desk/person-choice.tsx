import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundPerson } from '../../../../shared/wire/privacy.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Select } from '../../../ui/select.tsx'

const SHORTEST_SEARCH = 3
const NOBODY = 'nobody'

interface Props {
  readonly name: string
  readonly chosen: FoundPerson['id'] | null
  readonly onChange: (id: FoundPerson['id'] | null) => void
}

/** Whose request it is, among those whose data are kept: what is told to a person then tells of their request, too. Each look is written down. */
export function PersonChoice({ name, chosen, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [searched, setSearched] = useState('')
  const { mutate, data, isPending } = useMutation({ mutationFn: (search: string) => client.privacy.people({ search }).catch(() => ({ ok: false, error: { code: 'request/unexpected' } }) as const) })
  const isShort = name.trim().length < SHORTEST_SEARCH
  const search = (): void => {
    onChange(null)
    setSearched(name.trim())
    mutate(name.trim())
  }
  const people = data?.ok ? data.value.people : []
  const items = [{ id: NOBODY, name: t('protection.nobodyChosen') }, ...people.map(person => ({ id: person.id, name: person.name, note: [person.email, person.address].filter(Boolean).join(', ') || undefined }))]
  return (
    <div className="stack">
      <div className="row"><Button icon="search" isDisabled={isShort || isPending} onPress={search}>{t('protection.findPerson')}</Button></div>
      {data && !data.ok && <Problem refusal={data.error} />}
      {data?.ok && people.length === 0 && <output>{t('protection.foundNobody', { search: searched })}</output>}
      {people.length > 0 && <Select label={t('protection.ofPerson')} value={chosen ?? NOBODY} items={items} onChange={id => onChange(people.find(person => person.id === id)?.id ?? null)} />}
    </div>
  )
}

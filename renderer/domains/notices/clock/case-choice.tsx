import { useState, type ReactElement } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useCases } from './queries.ts'

interface Props {
  readonly caseId: ApplicationId | null
  readonly onChange: (caseId: ApplicationId | null) => void
}

/** The case in which an objection is dealt with, if there is one: typing searches, arrows and Enter choose. */
export function CaseChoice({ caseId, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('')
  const { hits, isSearching, isTooShort } = useCases(text)
  if (caseId !== null) return <p className="row"><Icon name="check" size={16} /><span>{chosen}</span><Button kind="quiet" icon="cross" onPress={() => onChange(null)}>{t('noticeClock.withoutCase')}</Button></p>
  const choose = (key: string): void => {
    const hit = hits.find(({ id }) => id === key)
    if (!hit) return
    setChosen(`${hit.reference} · ${hit.subject}`)
    onChange(hit.id)
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="field">
        <Label className="field__label">{t('noticeClock.case')}</Label>
        <Input className="input" autoComplete="off" placeholder={t('noticeClock.caseHint')} />
      </SearchField>
      {text !== '' && (
        <ListBox
          className="choices" aria-label={t('noticeClock.case')} items={hits} onAction={key => choose(String(key))}
          renderEmptyState={() => <p className="choices__empty">{t(isTooShort ? 'noticeClock.typeMore' : isSearching ? 'noticeClock.searching' : 'noticeClock.noHit')}</p>}
        >
          {hit => <ListBoxItem id={hit.id} className="choice" textValue={`${hit.reference} ${hit.subject}`}><span>{hit.subject}</span><span className="muted">{hit.applicantName} · {hit.reference}</span></ListBoxItem>}
        </ListBox>
      )}
    </Autocomplete>
  )
}

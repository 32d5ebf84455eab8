import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { SearchChoice, useEmptyWords } from '../search-choice.tsx'
import { useCases } from './queries.ts'

interface Props {
  readonly caseId: ApplicationId | null
  readonly onChange: (caseId: ApplicationId | null) => void
}

/** The case in which an objection is dealt with, if there is one. */
export function CaseChoice({ caseId, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('')
  const { hits, ...searching } = useCases(text)
  const empty = useEmptyWords(searching)
  const choose = (id: string): void => {
    const hit = hits.find(one => one.id === id)
    if (!hit) return
    setChosen(`${hit.reference} · ${hit.subject}`)
    onChange(hit.id)
  }
  return (
    <SearchChoice
      label={t('noticeClock.case')} hint={t('noticeClock.caseHint')} text={text} empty={empty} onText={setText} onChoose={choose}
      chosen={caseId === null ? null : chosen} other={t('noticeClock.withoutCase')} onOther={() => onChange(null)}
      found={hits.map(({ id, subject, applicantName, reference }) => ({ id, title: subject, detail: `${applicantName} · ${reference}` }))}
    />
  )
}

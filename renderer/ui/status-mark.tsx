import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationStatus, Outcome } from '../../shared/domains/applications/tables.ts'
import { Icon, type IconName } from './icon.tsx'

interface Look {
  readonly icon: IconName
  readonly tone: 'new' | 'work' | 'wait' | 'good' | 'bad'
}

export function lookOf(status: ApplicationStatus, outcome: Outcome | null): Look {
  switch (status) {
    case 'received': return { icon: 'inbox', tone: 'new' }
    case 'in-progress': return { icon: 'pencil', tone: 'work' }
    case 'proposed': return { icon: 'people', tone: 'wait' }
    case 'decided': return outcome === 'refused' ? { icon: 'crossCircle', tone: 'bad' } : { icon: 'checkCircle', tone: 'good' }
  }
}

/** A status as symbol and word; the colour only repeats it. */
export function StatusMark({ status, outcome }: { readonly status: ApplicationStatus; readonly outcome: Outcome | null }): ReactElement {
  const { t } = useTranslation()
  const { icon, tone } = lookOf(status, outcome)
  const word = status === 'decided' && outcome ? t(`decided.${outcome}`) : t(`status.${status}`)
  return (
    <span className={`status status--${tone}`}>
      <Icon name={icon} size={16} />
      <span>{word}</span>
    </span>
  )
}

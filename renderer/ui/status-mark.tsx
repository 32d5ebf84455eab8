import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationStatus, Outcome } from '../../shared/domains/applications/tables.ts'
import { Icon, type IconName } from './icon.tsx'

interface Look {
  readonly icon: IconName
  readonly tone: 'new' | 'work' | 'wait' | 'good' | 'bad'
}

const LOOKS: Readonly<Record<ApplicationStatus, Look>> = {
  received: { icon: 'inbox', tone: 'new' },
  'in-progress': { icon: 'pencil', tone: 'work' },
  proposed: { icon: 'people', tone: 'wait' },
  decided: { icon: 'checkCircle', tone: 'good' },
  closed: { icon: 'crossCircle', tone: 'bad' },
}

const REFUSED: Look = { icon: 'crossCircle', tone: 'bad' }

const lookOf = (status: ApplicationStatus, outcome: Outcome | null): Look =>
  status === 'decided' && outcome === 'refused' ? REFUSED : LOOKS[status]

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

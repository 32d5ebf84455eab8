import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../shared/contract/appointments.ts'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Select } from '../../ui/select.tsx'
import { useChosenPlace } from './queries.ts'

interface Props {
  readonly title: string
  /** What can be done at the place that is chosen. */
  readonly actions?: (here: FurnishedPlace) => ReactNode
  /** What fills the window and scrolls within itself. */
  readonly isFull?: boolean
  readonly children: (here: FurnishedPlace) => ReactNode
}

/** A screen about one place: which one is chosen beside its heading and is the same on all of them. */
export function PlaceScreen({ title, actions, isFull = false, children }: Props): ReactElement {
  const { t } = useTranslation()
  const { places, here, choose } = useChosenPlace()
  const isEmpty = places !== undefined && places.length === 0
  return (
    <Screen title={title} isWide isFull={isFull} actions={here && <><PlaceChoice places={places ?? []} here={here} onChoose={choose} />{actions?.(here)}</>}>
      {here && children(here)}
      {!here && !isEmpty && <p className="muted">{t('common.loading')}</p>}
      {isEmpty && <div className="empty"><Icon name="calendar" size={32} /><p>{t('appointments.noPlace')}</p><p>{t('appointments.noPlaceHint')}</p></div>}
    </Screen>
  )
}

function PlaceChoice({ places, here, onChoose }: { readonly places: readonly FurnishedPlace[]; readonly here: FurnishedPlace; readonly onChoose: (placeId: string) => void }): ReactElement | null {
  const { t } = useTranslation()
  if (places.length < 2) return null
  return <Select label={t('appointments.place')} items={places.map(({ place: { id, name } }) => ({ id, name }))} value={here.place.id} onChange={onChoose} />
}

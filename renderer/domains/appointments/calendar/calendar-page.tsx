import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceScreen } from '../place-screen.tsx'

export function CalendarPage(): ReactElement {
  const { t } = useTranslation()
  return <PlaceScreen title={t('calendar.title')}>{here => <p>{here.place.name}</p>}</PlaceScreen>
}

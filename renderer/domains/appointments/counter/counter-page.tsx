import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceScreen } from '../place-screen.tsx'

export function CounterPage(): ReactElement {
  const { t } = useTranslation()
  return <PlaceScreen title={t('counter.title')}>{here => <p>{here.place.name}</p>}</PlaceScreen>
}

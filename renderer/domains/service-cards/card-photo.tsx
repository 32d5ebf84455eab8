import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'

/** A photo as it stands on a card, or that there is none. */
export function Photo({ address, name }: { readonly address: string | null; readonly name: string }): ReactElement {
  const { t } = useTranslation()
  if (address) return <img className="card-photo" src={address} alt={t('serviceCards.photoOf', { name })} />
  return <div className="card-photo card-photo--none"><Icon name="person" size={32} /><span>{t('serviceCards.noPhoto')}</span></div>
}

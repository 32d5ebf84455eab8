import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageArea } from '../../../../../shared/domains/applications/tables.ts'
import { Button } from '../../../../ui/button.tsx'

/** A box in the middle of the page that is read, for whoever draws without a pointer; the keys move it. */
export function PlaceButton({ page, onPlace }: { readonly page: number; readonly onPlace: (area: PageArea) => void }): ReactElement {
  const { t } = useTranslation()
  return <Button icon="plus" onPress={() => onPlace({ page, left: 0.3, top: 0.45, width: 0.4, height: 0.05 })}>{t('files.placeBox', { page })}</Button>
}

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** An action that is not possible now, with the reason and the way out. */
export function Unavailable({ action, why }: { readonly action: string; readonly why: { readonly happened: string; readonly todo: string } }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="unavailable">
      <p className="unavailable__title">{t('decision.unavailable', { action })}</p>
      <p>{why.happened} {why.todo}</p>
    </div>
  )
}

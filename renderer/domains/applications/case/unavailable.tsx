import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** An action that is not possible now, with the reason and the way out. */
export function Unavailable({ action, why }: { readonly action: string; readonly why: { readonly meaning: string; readonly todo: string } }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="unavailable">
      <p className="unavailable__title">{t('decision.unavailable', { action })}</p>
      <p>{why.meaning} {why.todo}</p>
    </div>
  )
}

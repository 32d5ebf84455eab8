import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Says how many rows are not in a file because their people stand under secrecy. */
export function LeftOut({ count }: { readonly count: number }): ReactElement | null {
  const { t } = useTranslation()
  return count === 0 ? null : <p className="muted">{t('people.secrecy.leftOut', { count })}</p>
}

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useInbox } from './queries.ts'
import './inbox.css'

/** At the start of the day: citizens who have waited longer than their department meant to let them. */
export function OverdueNotice({ onShow }: { readonly onShow: () => void }): ReactElement | null {
  const { t } = useTranslation()
  const count = useInbox('waiting', '')?.counts.overdue ?? 0
  if (count === 0) return null
  return (
    <div className="inbox-notice">
      <Icon name="warning" size={24} />
      <span>{t('inbox.overdueNotice', { count })}</span>
      <ActionButton onPress={onShow}>{t('inbox.showOverdue')}</ActionButton>
    </div>
  )
}

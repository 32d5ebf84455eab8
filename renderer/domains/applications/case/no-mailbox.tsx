import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { readsMailbox } from '../../../../shared/domains/people/reads-mailbox.ts'
import { Icon } from '../../../ui/icon.tsx'
import '../capture/capture.css'
import type { Whole } from './case-actions.ts'

/** Whoever applied on paper or by telephone and left no e-mail address has no mailbox: what is decided has to go by letter. */
export function NoMailbox({ whole: { application, form } }: { readonly whole: Whole }): ReactElement | null {
  const { t } = useTranslation()
  if (readsMailbox(application, form)) return null
  return (
    <p className="no-mailbox">
      <Icon name="mail" size={16} />
      <span><strong>{t('capture.noMailbox')}</strong> {t('capture.noMailboxMeaning')}</span>
    </p>
  )
}

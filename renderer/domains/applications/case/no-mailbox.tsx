import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { readsMailbox } from '../../../../shared/domains/people/reads-mailbox.ts'
import { Icon } from '../../../ui/icon.tsx'
import '../capture/capture.css'
import type { Whole } from './case-actions.ts'

/** Whoever did not apply over the town's own portal and left no e-mail address reads no mailbox: what is decided has to go by letter. */
export function NoMailbox({ whole: { application, form } }: { readonly whole: Whole }): ReactElement | null {
  const { t } = useTranslation()
  if (readsMailbox(application, form)) return null
  return (
    <p className="no-mailbox">
      <Icon name="mail" size={16} />
      <span><strong>{t('capture.noMailbox')}</strong> {t(application.channel === 'state-portal' ? 'capture.noMailboxFromPortal' : 'capture.noMailboxMeaning')}</span>
    </p>
  )
}

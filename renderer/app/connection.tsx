import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useCore } from '../core-client/core-context.tsx'
import { useReadable } from '../core-client/readable.ts'
import { Gate } from '../domains/session/gate.tsx'
import { Icon } from '../ui/icon.tsx'

/** The link between this page and the program on the same computer; not the network. */
export function ConnectionBanner(): ReactElement {
  const { t } = useTranslation()
  const core = useCore()
  const isInterrupted = useReadable(core.connection) === 'interrupted' && core.session.get() !== undefined
  return (
    <output>
      {isInterrupted && (
        <span className="banner banner--warning"><Icon name="warning" /><span><strong>{t('connection.interrupted')}</strong> {t('connection.interruptedMeaning')}</span></span>
      )}
    </output>
  )
}

export function ConnectingPage(): ReactElement {
  const { t } = useTranslation()
  const connection = useReadable(useCore().connection)
  if (connection === 'refused') return <Gate title={t('connection.refused')}><p className="gate__text">{t('connection.refusedMeaning')}</p></Gate>
  return <Gate title={t('connection.connecting')}>{connection === 'interrupted' && <output className="gate__text">{t('connection.interruptedMeaning')}</output>}</Gate>
}

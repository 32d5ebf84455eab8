import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { useNow, useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatRelative } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useIsAuthor } from './use-is-author.ts'
import type { Composed } from './use-composed.ts'

interface Props {
  readonly alert: ShownAlert
  readonly composed: Composed
  readonly onGive: () => void
}

/** What somebody has to know before going on: a wish from before, why it came back, who else writes, that it is not kept. */
export function ComposerNotices({ alert, composed: { keeping, followed, conflict }, onGive }: Props): ReactElement {
  const { t } = useTranslation()
  const isAuthor = useIsAuthor(alert)
  return (
    <>
      {!isAuthor && <p className="callout">{t('alerts.notYours')}</p>}
      {typeof keeping === 'object' && <Problem refusal={keeping.refusal} />}
      {alert.judged && <p className="callout">{t('alerts.returned', { name: alert.judged.byName, reason: alert.judged.reason })}</p>}
      {alert.wished && <Wished at={alert.wished.at} name={alert.wished.byName} onGive={onGive} />}
      {followed && !conflict && <output className="callout">{t('editing.changedByOther', { name: followed })}</output>}
      {conflict && (
        <div className="callout alert-composer__choice" role="alert">
          <p>{t('alerts.conflict', { name: conflict.name ?? t('history.somebody') })}</p>
          <div className="row">
            <Button onPress={conflict.takeTheirs}>{t('alerts.takeTheirs')}</Button>
            <Button onPress={conflict.keepMine}>{t('alerts.keepMine')}</Button>
          </div>
        </div>
      )}
    </>
  )
}

/** Wished without a connection: asked again with its age, and never done by itself. */
function Wished({ at, name, onGive }: { readonly at: string; readonly name: string; readonly onGive: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const isOnline = useStatus()?.connection === 'online'
  return (
    <div className="callout alert-composer__choice">
      <p><strong>{t('alerts.wishedAt', { when: formatRelative(at, nowMs, language), name })}</strong> {t(isOnline ? 'alerts.wishAsk' : 'alerts.wishWaits')}</p>
      {isOnline && <div className="row"><Button icon="send" onPress={onGive}>{t('alerts.giveNow')}</Button></div>}
    </div>
  )
}

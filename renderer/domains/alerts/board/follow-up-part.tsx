import { Link } from '@tanstack/react-router'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import type { FollowUpKind } from '../../../../shared/domains/alerts/follow-up-content.ts'
import { lacksAllClear } from '../../../../shared/domains/alerts/outstanding.ts'
import { WRITERS } from '../../../../shared/domains/alerts/roles.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { isEndOfNews } from '../in-words.ts'
import { useAlerts } from '../queries.ts'
import { begunAfter } from './begun.ts'
import { useFollowUp } from './use-follow-up.ts'

const ICONS: Readonly<Record<FollowUpKind, IconName>> = { update: 'turn', cancel: 'undo', 'all-clear': 'checkCircle' }

interface Props {
  readonly alert: Alert
  readonly topic: AlertTopic | undefined
}

/** One press to the message that goes on with, corrects or ends this one, with its words, ways and references in it. */
export function FollowUpPart({ alert, topic }: Props): ReactElement | null {
  const { t } = useTranslation()
  const titleId = useId()
  const person = usePerson()
  const begin = useFollowUp(alert, topic)
  const now = instantFromMs(useNow())
  const begun = begunAfter(alert, useAlerts() ?? [], now)
  if (grantsIn(person, WRITERS, alert.scope).length === 0) return null
  // Nobody knows whether it is over: that is what somebody opens it for.
  const awaited: FollowUpKind | undefined = lacksAllClear(alert, topic, now) ? 'all-clear' : undefined
  const kinds: readonly FollowUpKind[] = ['alert', 'update'].includes(alert.kind) ? ['update', 'cancel', 'all-clear'] : ['update', 'cancel']
  return (
    <section className="alert-act" aria-labelledby={titleId}>
      <p className="alert-act__what"><b id={titleId}>{t('alertBoard.next')}</b> {t('alertBoard.followUpHint')}</p>
      {begun && <p>{t('alertBoard.begun')} <Link to="/alerts/$id" params={{ id: begun.id }}>{t('alertBoard.showBegun')}</Link></p>}
      <div className="row">{kinds.map(kind => <ActionButton key={kind} {...(kind === awaited ? { kind: 'primary', isPrimary: true } : {})} icon={ICONS[kind]} onPress={() => void begin(kind)}>{t(isEndOfNews(kind, topic) ? 'alertBoard.over' : `alertBoard.${kind}`)}</ActionButton>)}</div>
    </section>
  )
}

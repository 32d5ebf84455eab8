import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { begunAfter } from '../board/begun.ts'
import { useFollowUp } from '../board/use-follow-up.ts'
import { useAlerts } from '../queries.ts'
import { useDeskMode } from '../training/use-training.ts'
import { mayWrite } from './topics.ts'

interface Props {
  readonly alert: ShownAlert
  readonly topic: AlertTopic | undefined
}

/** A warning that ends or has ended, one press from its all-clear or from going on; what somebody has begun is shown instead. */
export function QuickSteps({ alert, topic }: Props): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  const mode = useDeskMode()
  const begin = useFollowUp(alert, topic)
  const begun = begunAfter(alert, useAlerts() ?? [], instantFromMs(useNow()))
  if (mode !== alert.mode || !mayWrite(alert.scope, person)) return null
  if (begun) return <p>{t('alertBoard.begun')} <Link className="alert-line__more" to="/alerts/$id" params={{ id: begun.id }}>{t('alertBoard.showBegun')}</Link></p>
  return (
    <div className="row alert-line__steps">
      <Button icon="checkCircle" onPress={() => void begin('all-clear')}>{t('alertBoard.all-clear')}</Button>
      <Button icon="turn" onPress={() => void begin('update')}>{t('alerts.goOn')}</Button>
    </div>
  )
}

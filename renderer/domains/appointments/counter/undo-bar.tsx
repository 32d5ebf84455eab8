import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { UNDO_MS } from '../../../../shared/domains/appointments/counter-steps.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { usePrimaryKeys } from '../../../ui/primary-keys.ts'
import type { Counter } from './use-counter.ts'
import { useNameOf } from './visit-facts.tsx'

/** The service judges by its own clock, and the way there takes a moment. */
const MARGIN_MS = 700

/** What was done last, and for ten seconds the way back. Its place is kept: no button moves when the time is over. */
export function UndoBar({ counter: { last, isOnline, takeBack } }: { readonly counter: Counter }): ReactElement {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const keys = usePrimaryKeys()
  const now = useNow(1_000)
  const leftMs = last ? last.atMs + UNDO_MS - MARGIN_MS - Math.max(now, last.atMs) : 0
  if (!last || leftMs <= 0) return <p className="undo undo--empty">{keys && t('counter.keys', { keys })}</p>
  const { appointment, deed } = last
  const whyNot = appointment.isPending || !isOnline
  return (
    <div className="undo">
      <output className="undo__what"><Icon name="check" size={16} />{t(`counter.did.${deed}`, { name: nameOf(appointment) })}</output>
      <button type="button" className="button button--secondary" aria-disabled={whyNot || undefined} onClick={() => !whyNot && takeBack(appointment)}>
        <Icon name="undo" /><span>{t('counter.takeBack')}</span>
      </button>
      <span className="undo__left" aria-hidden="true">{isOnline ? t('counter.takeBackLeft', { count: Math.ceil(leftMs / 1_000) }) : t('counter.takeBackOffline')}</span>
      <span key={last.atMs} className="undo__bar" aria-hidden="true" style={{ animationDuration: `${UNDO_MS - MARGIN_MS}ms` }} />
    </div>
  )
}

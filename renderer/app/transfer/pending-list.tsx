import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../core-client/core-context.tsx'
import { commandTitle } from '../../ui/command-title.ts'
import { formatRelative } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { usePending } from './queries.ts'

/** Every change that is safe here and not yet anywhere else. */
export function PendingList({ onLeave }: { readonly onLeave: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow(5_000)
  return (
    <>
      <h3 className="panel__subtitle">{t('transfer.list')}</h3>
      <ul className="pending">
        {usePending().map(({ id, name, subject, recordedAt, attempts, table, recordId }) => (
          <li key={id} className="pending__item">
            <strong>{commandTitle(t, name)}</strong>
            {table === 'applications' && recordId
              ? <Link to="/applications/$id" params={{ id: recordId }} search={{ view: 'all' }} onClick={onLeave}>{subject ?? t('transfer.openCase')}</Link>
              : subject && <span>{subject}</span>}
            <span className="muted">{formatRelative(recordedAt, nowMs, language)}{attempts > 0 && ` · ${t('transfer.attempts', { count: attempts })}`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

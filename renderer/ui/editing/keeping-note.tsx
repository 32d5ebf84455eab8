import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../../core-client/core-context.tsx'
import { Icon } from '../icon.tsx'
import type { Keeping } from './use-kept-draft.ts'

/** Whether what was written is kept; told to screen readers when it changes. */
export function KeepingNote({ keeping }: { readonly keeping: Keeping }): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const word = typeof keeping === 'object' ? 'failed' : keeping === 'kept' && !isOnline ? 'keptHere' : keeping
  return (
    <output className="editor__keeping">
      {word !== 'untouched' && <Icon name={word === 'failed' ? 'warning' : word === 'kept' ? 'cloudDone' : 'cloudWait'} size={16} />}
      {t(`editing.keeping.${word}`)}
    </output>
  )
}

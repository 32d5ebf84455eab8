import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import { commandTitle } from '../../../ui/command-title.ts'
import type { Whole } from './case-actions.ts'

const SHOWN_MS = 5_000

/** What this desk has saved on the case and not transferred yet; afterwards, for a moment, that it is transferred. */
export function PendingNote({ whole: { pending } }: { readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const isDone = useJustDone(pending.length)
  const reserved = pending.find(({ tentative }) => tentative)
  return (
    <output className="pending-note-frame">
      {pending.length > 0 && (
        <span className="pending-note">
          <Icon name={reserved ? 'hourglass' : 'cloudWait'} />
          <span className="pending-note__text">
            <strong className="pending-note__title">{reserved ? t(titleOf(reserved.name)) : t('case.pendingTitle')}</strong>
            <span>{reserved ? t('case.tentativeMeaning') : pending.map(({ name }) => commandTitle(t, name)).join(', ')}</span>
          </span>
        </span>
      )}
      {isDone && <span className="pending-note pending-note--done"><Icon name="cloudDone" /><span>{t('case.allTransferred')}</span></span>}
    </output>
  )
}

/** What counts only once the service has said yes, by its own name. */
function titleOf(name: string): 'case.extensionTentative' | 'case.handOverTentative' | 'case.tentativeTitle' {
  if (name === 'applications.extend') return 'case.extensionTentative'
  return name === 'applications.hand-over' ? 'case.handOverTentative' : 'case.tentativeTitle'
}

function useJustDone(count: number): boolean {
  const [isDone, setDone] = useState(false)
  const before = useRef(count)
  useEffect(() => {
    const finished = before.current > 0 && count === 0
    before.current = count
    setDone(finished)
    const timer = finished ? setTimeout(() => setDone(false), SHOWN_MS) : undefined
    return () => clearTimeout(timer)
  }, [count])
  return isDone
}

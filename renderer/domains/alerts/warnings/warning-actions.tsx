import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useAlertCommand } from '../mutations.ts'
import { useForward } from './use-forward.ts'

interface Props {
  readonly warning: OfficialWarning
  /** Where the text stands elsewhere: what leads there. */
  readonly onRead?: () => void
  /** Whether it takes the place of another one that was just acknowledged: the focus comes here. */
  readonly isNext?: boolean
  readonly onAcknowledged: () => void
  /** Called when somebody begins to hand it on, and the screen changes. */
  readonly onForward?: () => void
}

/** Whoever presses twice means the one that stood there before. */
const TOO_SOON_MS = 700

/** What an officer does with a warning: say by name that it was seen, read it, and hand it on in the town's own channel. */
export function WarningActions({ warning, onRead, isNext = false, onAcknowledged, onForward }: Props): ReactElement {
  const { t } = useTranslation()
  const [isReady, setReady] = useState(!isNext)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), TOO_SOON_MS)
    return () => clearTimeout(timer)
  }, [])
  const { run, isRunning } = useAlertCommand('acknowledge')
  const { forward, refusal } = useForward(warning)
  const read = useFirstFocus<HTMLButtonElement>(isNext)
  const acknowledge = async (): Promise<void> => {
    if (await run({ warningId: warning.id })) onAcknowledged()
  }
  const handOn = (): void => {
    onForward?.()
    forward()
  }
  return (
    <div className="row">
      {onRead && <Button ref={read} icon="eye" onPress={onRead}>{t('alertWarnings.read')}</Button>}
      {!warning.acknowledged && <Button icon="check" isDisabled={isRunning || !isReady} onPress={() => void acknowledge()}>{t('alertWarnings.acknowledge')}</Button>}
      {/* In the banner there is no room for a reason; the window says it. */}
      {!(onRead && refusal) && <ActionButton icon="forward" refusal={refusal} onPress={handOn}>{t('alertWarnings.forward')}</ActionButton>}
    </div>
  )
}

import { useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { heldWarnings } from './open-warnings.ts'
import { SourceLines } from './source-lines.tsx'
import { WarningActions } from './warning-actions.tsx'
import { WarningText } from './warning-text.tsx'

/** All warnings that hold, those that somebody has acknowledged too, with all they say. */
export function WarningsDialog({ warnings, onClose }: { readonly warnings: readonly OfficialWarning[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const now = instantFromMs(useNow())
  const shown = heldWarnings(warnings, now)
  return (
    <Dialog size="large" title={t('alertWarnings.region')} isOpen onClose={onClose}>
      <SourceLines />
      {shown.length === 0 && <p className="muted">{t('alertWarnings.none')}</p>}
      <ul className="stack">{shown.map(warning => <Item key={warning.id} warning={warning} onForward={onClose} />)}</ul>
    </Dialog>
  )
}

/** Its button goes once it is acknowledged: the focus stays with the warning, which now says by whom. */
function Item({ warning, onForward }: { readonly warning: OfficialWarning; readonly onForward: () => void }): ReactElement {
  const item = useRef<HTMLLIElement>(null)
  return (
    <li ref={item} tabIndex={-1} className="warning-item">
      <WarningText warning={warning} />
      <WarningActions warning={warning} onAcknowledged={() => item.current?.focus({ preventScroll: true })} onForward={onForward} />
    </li>
  )
}

import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { listed } from '../in-words.ts'
import { useOfficialWarnings } from '../queries.ts'
import { openWarnings } from './open-warnings.ts'
import { SourceBanner } from './source-banner.tsx'
import { useIsOfficer } from './use-is-officer.ts'
import { WarningActions } from './warning-actions.tsx'
import { WarningAge, WarningRank } from './warning-age.tsx'
import { WarningsDialog } from './warnings-dialog.tsx'
import './warnings.css'

/** Official warnings on every screen of an officer until one of them has acknowledged them. */
export function WarningsBanner(): ReactElement | null {
  return useIsOfficer() ? <OpenWarnings /> : null
}

function OpenWarnings(): ReactElement {
  const now = instantFromMs(useNow())
  const warnings = useOfficialWarnings() ?? []
  const [isReading, setReading] = useState(false)
  const [settled, setSettled] = useState<Settled>()
  // What was acknowledged is still among them until the desk has read what was just saved.
  const open = openWarnings(warnings, now).filter(({ id }) => id !== settled?.id)
  const [first, second] = open
  useFocusBelow(settled !== undefined && first === undefined)
  useReturnedFocus(isReading)
  return (
    <>
      {/* Said once: the age beside it changes from minute to minute. */}
      <output className="sr-only" aria-live="assertive">{first && <><WarningRank warning={first} /> {first.headline}</>}</output>
      {first && (
        <Line
          key={first.id} warning={first} more={open.length - 1} isNext={first.id === settled?.nextId} onRead={() => setReading(true)}
          onAcknowledged={() => setSettled({ id: first.id, nextId: second?.id })}
        />
      )}
      <SourceBanner onRead={() => setReading(true)} />
      {isReading && <WarningsDialog warnings={warnings} onClose={() => setReading(false)} />}
    </>
  )
}

/** The warning that was acknowledged here last, and the one that takes its place and the focus: not one that comes later. */
interface Settled {
  readonly id: OfficialWarning['id']
  readonly nextId: OfficialWarning['id'] | undefined
}

/** With the last warning its buttons go, and the focus with them: whoever pressed one goes on with the screen below. */
function useFocusBelow(isWanted: boolean): void {
  useEffect(() => {
    if (isWanted && document.activeElement === document.body) document.querySelector<HTMLElement>('#content')?.focus()
  }, [isWanted])
}

/** Closed, the window gives the focus back to the button that opened it; where that went with its warning, to the one that stands there now. */
function useReturnedFocus(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined
    return () => {
      // The window gives it back in the frame after it is gone.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('.warning-banner button, #content')?.focus()
      }))
    }
  }, [isOpen])
}

interface LineProps {
  readonly warning: OfficialWarning
  readonly more: number
  readonly isNext: boolean
  readonly onRead: () => void
  readonly onAcknowledged: () => void
}

function Line({ warning, more, isNext, onRead, onAcknowledged }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isQuiet = warning.isTest || warning.isAllClear
  return (
    <div className={isQuiet ? 'banner warning-banner' : 'banner warning-banner warning-banner--real'}>
      <Icon name={isQuiet ? 'info' : 'warning'} size={24} />
      <p className="warning-banner__text">
        <span className="warning-banner__headline"><WarningRank warning={warning} /> · {warning.headline}</span>
        <span className="warning-banner__facts">
          {[warning.senderName, listed(warning.areaNames.slice(0, 3), language)].filter(Boolean).join(' · ')} · <WarningAge warning={warning} />{more > 0 && ` · ${t('alertWarnings.more', { count: more })}`}
          {warning.escalatedAt && <strong className="warning-age--old"> · {t('alertWarnings.escalatedShort', { time: formatTime(warning.escalatedAt, language) })}</strong>}
        </span>
      </p>
      <WarningActions warning={warning} isNext={isNext} onRead={onRead} onAcknowledged={onAcknowledged} />
    </div>
  )
}

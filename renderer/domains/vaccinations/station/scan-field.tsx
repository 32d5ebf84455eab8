import { useEffect, useId, useState, type KeyboardEvent, type MouseEvent, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_TICKET_LETTERS } from '../../../../shared/domains/vaccinations/ticket-text.ts'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Found } from './find-people.ts'
import { looksLikeBox } from './scanned-box.ts'
import { separatorTyped } from './separator-keys.ts'

/** A little more than the longest that is scanned. */
const MOST_LETTERS = MOST_TICKET_LETTERS + 100

interface Props {
  readonly field: RefObject<HTMLInputElement | null>
  readonly find: (text: string) => readonly Found[]
  readonly onPick: (found: Found) => void
  /** Enter on a text that nobody of the list was chosen for: a scan, or a name that is not known. */
  readonly onText: (text: string) => void
}

/** A list whose field keeps the focus: no element of HTML is one. */
const fieldOf = (isOpen: boolean) => ({ role: 'combobox', 'aria-expanded': isOpen }) as const
const LIST = { role: 'listbox' } as const
/** Taken by the pointer without losing the focus of the field. */
const optionOf = (take: () => void) => ({ role: 'option', onMouseDown: (event: MouseEvent): void => { event.preventDefault(); take() } }) as const

/** One field for all that is scanned or looked for. Whatever is typed anywhere else on the screen goes into it. */
export function ScanField({ field, ...props }: Props): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const { text, found, active, change, pick, byKey, setHasFocus } = useScanText(props)
  useTypingAnywhere(field)
  return (
    <div className="scan">
      <label className="sr-only" htmlFor={id}>{t('vaccinations.scan')}</label>
      <Icon name="search" />
      <input
        {...fieldOf(found.length > 0)} ref={field} id={id} className="input scan__input" autoComplete="off" maxLength={MOST_LETTERS} placeholder={t('vaccinations.scan')} value={text} aria-autocomplete="list"
        aria-controls={found.length > 0 ? `${id}-list` : undefined} aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
        onChange={event => change(event.target.value)} onKeyDown={byKey} onFocus={() => setHasFocus(true)} onBlur={() => setHasFocus(false)}
      />
      <output className="sr-only">{text !== '' && found.length > 0 && t('vaccinations.foundCount', { count: found.length })}</output>
      {found.length > 0 && (
        <div id={`${id}-list`} {...LIST} className="scan__list" aria-label={t('vaccinations.found')}>
          {found.map((one, index) => (
            <div key={keyOf(one)} id={`${id}-${index}`} {...optionOf(() => pick(one))} aria-selected={index === active} className={index === active ? 'choice scan__one scan__one--active' : 'choice scan__one'}>
              <FoundWords found={one} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

interface ScanText {
  readonly text: string
  /** Whom the text fits, while somebody is at the field. */
  readonly found: readonly Found[]
  /** Which of them the arrows have come to; -1 for none. */
  readonly active: number
  readonly change: (text: string) => void
  readonly pick: (found: Found) => void
  readonly byKey: (event: KeyboardEvent) => void
  readonly setHasFocus: (hasFocus: boolean) => void
}

function useScanText({ find, onPick, onText }: Omit<Props, 'field'>): ScanText {
  const [{ text, active }, setTyped] = useState(NOTHING)
  const [hasFocus, setHasFocus] = useState(false)
  const found = hasFocus ? find(text) : []
  const goTo = (index: number): void => setTyped({ text, active: Math.max(-1, Math.min(index, found.length - 1)) })
  const pick = (one: Found): void => {
    setTyped(NOTHING)
    onPick(one)
  }
  const enter = (): void => {
    const chosen = found[active] ?? (found.length === 1 ? found[0] : undefined)
    if (chosen) return pick(chosen)
    // Of several none is meant yet.
    if (found.length > 1) return goTo(0)
    setTyped(NOTHING)
    if (text.trim() !== '') onText(text)
  }
  const byKey = (event: KeyboardEvent): void => {
    const separator = looksLikeBox(text) ? separatorTyped(event.nativeEvent) : undefined
    if (separator !== undefined) {
      event.preventDefault()
      setTyped({ text: text + separator, active: -1 })
      return
    }
    const act = { Enter: enter, ArrowDown: () => goTo(active + 1), ArrowUp: () => goTo(active - 1), Escape: () => setTyped(NOTHING) }[event.key]
    // Alt+Enter belongs to the step that is next, and Esc on an empty field leaves the person.
    if (!act || event.altKey || event.ctrlKey || (event.key === 'Escape' && text === '')) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return { text, found, active, pick, byKey, setHasFocus, change: typed => setTyped({ text: typed, active: -1 }) }
}

const NOTHING: Pick<ScanText, 'text' | 'active'> = { text: '', active: -1 }

const keyOf = (found: Found): string => (found.kind === 'here' ? found.card.visit.id : found.kind === 'booked' ? found.appointment.id : found.entry.id)

function FoundWords({ found }: { readonly found: Found }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (found.kind === 'here') return <><strong>{fullName(found.card.visit.person)}</strong><span>{found.card.ticket}</span><span className="muted">{t(`vaccinations.stage.${found.card.stage}`)}</span></>
  if (found.kind === 'stand-by') return <><strong>{found.entry.name}</strong><span className="muted">{t('vaccinations.standBy')}</span></>
  return <><strong>{found.appointment.name}</strong><span>{found.appointment.ticket}</span><span className="muted">{t('vaccinations.bookedAt', { time: formatTime(found.appointment.startsAt, language) })}</span></>
}

/** A scanner types wherever the focus is. What it types outside of a field belongs here. */
function useTypingAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      // Brackets, which begin many codes, come by AltGr on a German keyboard: that is Ctrl and Alt to some systems.
      const isChord = (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph')
      const isSign = event.key.length === 1 && event.key !== ' ' && !isChord && !event.metaKey
      const target = event.target instanceof Element ? event.target : null
      if (!isSign || target?.closest('input:not([type="radio"], [type="checkbox"]), textarea, [role="listbox"], .overlay, .popover') || document.querySelector('.overlay')) return
      // A list that has the focus would take the same letter as a choice of its own.
      event.stopPropagation()
      field.current?.focus()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [field])
}

import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement, type RefObject } from 'react'
import { mentionBefore, peopleFor, type Mentionable } from './mentions.ts'

interface Props {
  readonly label: string
  readonly hint: string
  readonly value: string
  /** A chord of its own leads here. */
  readonly name: string
  readonly maxLength: number
  readonly people: readonly Mentionable[]
  /** What the list of names is called. */
  readonly listLabel: string
  readonly onChange: (value: string) => void
  /** Ctrl+Enter. */
  readonly onSubmit: () => void
}

/** A list whose field keeps the focus: no element of HTML is one. */
const LIST = { role: 'listbox' } as const
/** Taken by the pointer without losing the focus of the field. */
const optionOf = (take: () => void) => ({ role: 'option', onMouseDown: (event: MouseEvent): void => { event.preventDefault(); take() } }) as const

/** A field for text in which `@` offers names: arrows choose, Enter or Tab takes, Esc lets go. */
export function MentionArea(props: Props): ReactElement {
  const { label, hint, name, value, maxLength, listLabel } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const offer = useOffer(props, area)
  const optionId = (index: number): string => `${id}-option-${index}`
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>{label}</label>
      <div className="mention">
        <textarea
          ref={area}
          id={id}
          data-action={name}
          rows={2}
          autoComplete="off"
          className="input input--area"
          value={value}
          maxLength={maxLength}
          aria-describedby={`${id}-hint`}
          aria-autocomplete="list"
          aria-controls={offer.people.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={offer.people.length > 0 ? optionId(offer.index) : undefined}
          onKeyDown={offer.onKeyDown}
          onChange={event => offer.typed(event.target.value, event.target.selectionStart)}
          onSelect={event => offer.moved(event.currentTarget.selectionStart)}
          onBlur={offer.close}
        />
        {offer.people.length > 0 && (
          <div id={`${id}-list`} {...LIST} aria-label={listLabel} className="mention__list">
            {offer.people.map((person, index) => (
              <div
                key={person.personId}
                id={optionId(index)}
                {...optionOf(() => offer.take(person))}
                aria-selected={index === offer.index}
                className="choice mention__person"
              >
                <span>{person.name}</span>
                {person.note && <span className="muted">{person.note}</span>}
              </div>
            ))}
          </div>
        )}
      </div>
      <p id={`${id}-hint`} className="field__hint">{hint}</p>
    </div>
  )
}

interface Offer {
  readonly people: readonly Mentionable[]
  readonly index: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly typed: (value: string, caret: number) => void
  readonly moved: (caret: number) => void
  readonly take: (person: Mentionable) => void
  readonly close: () => void
}

const MOST_OFFERED = 8

/** The names offered for what stands before the caret, and the keys that choose among them. */
function useOffer({ value, people, onChange, onSubmit }: Props, area: RefObject<HTMLTextAreaElement | null>): Offer {
  const [caret, setCaret] = useState<number | null>(null)
  const [index, setIndex] = useState(0)
  const behindName = useRef<number>(null)
  // With the text and not a frame later: who types on at once would have their letters parted.
  useLayoutEffect(() => {
    if (behindName.current !== null) area.current?.setSelectionRange(behindName.current, behindName.current)
    behindName.current = null
  })
  const before = caret === null ? undefined : mentionBefore(value, caret)
  const offered = before ? peopleFor(before.typed, people).slice(0, MOST_OFFERED) : []
  const chosen = offered[Math.min(index, offered.length - 1)]
  const take = (person: Mentionable): void => {
    if (!before || caret === null) return
    const named = `@${person.name} `
    behindName.current = before.from + named.length
    onChange(value.slice(0, before.from) + named + value.slice(caret).replace(/^ /, ''))
    setCaret(null)
  }
  const step = (by: number): void => setIndex((Math.min(index, offered.length - 1) + by + offered.length) % offered.length)
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => chosen && take(chosen), Tab: () => chosen && take(chosen), Escape: () => setCaret(null),
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.key === 'Enter' && event.ctrlKey ? onSubmit : offered.length > 0 && !event.ctrlKey && !event.altKey ? acts[event.key] : undefined
    if (!act || (event.key === 'Tab' && event.shiftKey)) return
    event.preventDefault()
    act()
  }
  return {
    people: offered, index: Math.min(index, Math.max(0, offered.length - 1)), onKeyDown, take,
    typed: (text, at) => { setCaret(at); setIndex(0); onChange(text) },
    moved: at => setCaret(known => (known === null ? null : at)),
    close: () => setCaret(null),
  }
}

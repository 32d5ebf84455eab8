import type { TFunction } from 'i18next'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { chordWords } from '../chord-words.ts'
import { chordProblem, isChanged, keptChord, usualProblem, viewOf, withChord, withUsual, type ChordName, type ChordProblem, type OwnShortcuts } from '../own-shortcuts.ts'
import { chordIn, type ShortcutName } from '../shortcuts.ts'

/** What something with keys is called in the list of them. */
export function chordTitle(t: TFunction, name: ChordName): string {
  const view = viewOf(name)
  return view ? t('shortcuts.view', { name: t(`views.${view}`) }) : t(`shortcuts.${name as ShortcutName}`)
}

interface Props {
  readonly name: ChordName
  readonly shortcuts: OwnShortcuts
  readonly isChanging: boolean
  readonly onChanging: (isChanging: boolean) => void
  readonly onSet: (shortcuts: OwnShortcuts) => void
}

/** The keys of one thing: changed by pressing others, switched off, or as usual again. */
export function ShortcutRow({ name, shortcuts, isChanging, onChanging, onSet }: Props): ReactElement {
  const { t } = useTranslation()
  const chord = keptChord(name, shortcuts)
  const title = chordTitle(t, name)
  const blocked = isChanged(shortcuts, name) ? usualProblem(shortcuts, name) : undefined
  const change = useChangeButton(isChanging)
  const keep = (next: string): void => {
    onSet(withChord(shortcuts, name, next))
    onChanging(false)
  }
  // A button that goes with what it did leaves the focus to the one beside it.
  const set = (next: OwnShortcuts): void => {
    onSet(next)
    change.current?.focus()
  }
  return (
    <tr className={shortcuts.isOff ? 'muted' : undefined}>
      <td>{chord ? <kbd>{chordWords(t, chord)}</kbd> : <span className="muted">{t('shortcuts.none')}</span>}</td>
      <td>{title}{blocked && <p className="field__hint">{problemWords(t, blocked)}</p>}</td>
      <td className="keys__act">
        {isChanging
          ? <Capture name={name} shortcuts={shortcuts} title={title} onKeep={keep} onLeave={() => onChanging(false)} />
          : (
            <>
              <Button ref={change} kind="quiet" aria-label={t('shortcuts.changeOf', { title })} onPress={() => onChanging(true)}>{t('shortcuts.change')}</Button>
              {chord && <Button kind="quiet" aria-label={t('shortcuts.offOf', { title })} onPress={() => set(withChord(shortcuts, name, null))}>{t('shortcuts.off')}</Button>}
              {isChanged(shortcuts, name) && !blocked && <Button kind="quiet" aria-label={t('shortcuts.usualOf', { title })} onPress={() => set(withUsual(shortcuts, name))}>{t('shortcuts.usual')}</Button>}
            </>
          )}
      </td>
    </tr>
  )
}

/** Whoever has pressed their keys is back where they began. */
function useChangeButton(isChanging: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const wasChanging = useRef(false)
  useEffect(() => {
    if (wasChanging.current && !isChanging && document.activeElement === document.body) button.current?.focus()
    wasChanging.current = isChanging
  }, [isChanging])
  return button
}

interface CaptureProps {
  readonly name: ChordName
  readonly shortcuts: OwnShortcuts
  readonly title: string
  readonly onKeep: (chord: string) => void
  readonly onLeave: () => void
}

/** Takes the next keys that are pressed; Esc and leaving the field leave it as it was. */
function Capture({ name, shortcuts, title, onKeep, onLeave }: CaptureProps): ReactElement {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<ChordProblem>()
  const field = useRef<HTMLButtonElement>(null)
  useEffect(() => field.current?.focus(), [])
  const take = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return undefined
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onLeave()
    const chord = chordIn(event)
    if (chord === undefined) return undefined
    const found = chordProblem(chord, name, shortcuts)
    setProblem(found)
    return found ? undefined : onKeep(chord)
  }
  return (
    <>
      <button ref={field} type="button" className="button button--secondary" aria-label={t('shortcuts.pressFor', { title })} aria-describedby="keys-problem" onKeyDown={take} onBlur={onLeave}>{t('shortcuts.press')}</button>
      <p id="keys-problem" className="field__hint field__hint--error" role="alert">{problem && problemWords(t, problem)}</p>
    </>
  )
}

const problemWords = (t: TFunction, problem: ChordProblem): string => (problem.kind === 'given' ? t('shortcuts.problem.given', { to: chordTitle(t, problem.to) }) : t(`shortcuts.problem.${problem.kind}`))

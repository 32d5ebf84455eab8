import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import type { View } from '../../shared/contract/applications.ts'
import { pressed, viewOf } from './own-shortcuts.ts'
import type { ShortcutName } from './shortcuts.ts'
import { useOwnShortcuts } from './use-chords.ts'

export type ShortcutActions = Readonly<Record<ShortcutName, () => void>>

/** Listens to the chords on the whole page; while a dialog lies over it, only the dialog has the keyboard. */
export function useShortcuts(actions: ShortcutActions): void {
  const navigate = useNavigate()
  const { shortcuts } = useOwnShortcuts()
  const goTo = (view: View): void => void navigate({ to: '/applications', search: { view } }).then(() => requestAnimationFrame(catchFocus))
  const listen = useEffectEvent((event: KeyboardEvent): void => {
    const wanted = pressed(event, shortcuts)
    if (!wanted || document.querySelector('.overlay')) return
    event.preventDefault()
    event.stopPropagation()
    // Held down, it would go through all that follows.
    if (event.repeat && wanted === 'primary') return
    const view = viewOf(wanted)
    if (view) goTo(view)
    else actions[wanted as ShortcutName]()
  })
  useEffect(() => {
    const pass = (event: KeyboardEvent): void => listen(event)
    // On the way down: a choice or a button that has the focus keeps Enter for itself, whatever else is held.
    window.addEventListener('keydown', pass, { capture: true })
    return () => window.removeEventListener('keydown', pass, { capture: true })
  }, [])
}

/** What had the focus may be gone with the screen it stood on: then the new one takes it. */
function catchFocus(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('#content')?.focus()
}

/** Moves the focus to the next landmark of the page, around and around. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(region => region.offsetParent !== null && !region.closest('[inert]'))
  const here = regions.findLastIndex(region => region.contains(document.activeElement))
  const next = regions[(here + step + regions.length) % regions.length] ?? regions[0]
  // A list behind an open case takes no focus, whatever had it last.
  const inside = [...(next?.querySelectorAll<HTMLElement>('[aria-current="page"], .ag-cell-focus') ?? [])].find(element => !element.closest('[inert]'))
  ;(inside ?? next)?.focus()
}

export const pressPrimary = (): void => press('[data-primary-action]')

/** Actions of the open case with a chord of their own. */
export const CASE_ACTIONS = ['ask', 'resume', 'extend', 'followUp', 'assign', 'tag', 'close', 'handOver', 'comment', 'addTask'] as const satisfies readonly ShortcutName[]
type CaseAction = (typeof CASE_ACTIONS)[number]

const selectorOf = (name: CaseAction): string => `[data-action="${name}"]`

/** Whether the open case offers the action. */
export const isOffered = (name: CaseAction): boolean => document.querySelector(`${selectorOf(name)}:not([aria-disabled])`) !== null

/** Presses an action; one that cannot be done now only gets the focus and tells why. */
export const pressAction = (name: CaseAction): void => press(selectorOf(name))

function press(selector: string): void {
  const action = [...document.querySelectorAll<HTMLElement>(selector)].find(button => !button.closest('[inert]'))
  action?.focus()
  action?.click()
}

export function focusListSearch(): void {
  document.querySelector<HTMLElement>('#list-search')?.focus()
}

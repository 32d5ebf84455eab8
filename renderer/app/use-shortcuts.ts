import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import type { View } from '../../shared/contract/applications.ts'
import { pressed, type ShortcutName } from './shortcuts.ts'

export type ShortcutActions = Readonly<Record<ShortcutName, () => void>>

/** Listens to the chords on the whole page; while a dialog lies over it, only the dialog has the keyboard. */
export function useShortcuts(actions: ShortcutActions): void {
  const navigate = useNavigate()
  const goTo = (view: View): void => void navigate({ to: '/applications', search: { view } })
  const listen = useEffectEvent((event: KeyboardEvent): void => {
    const wanted = pressed(event)
    if (!wanted || document.querySelector('.overlay')) return
    event.preventDefault()
    if (wanted.kind === 'view') goTo(wanted.view)
    else actions[wanted.name]()
  })
  useEffect(() => {
    const pass = (event: KeyboardEvent): void => listen(event)
    window.addEventListener('keydown', pass)
    return () => window.removeEventListener('keydown', pass)
  }, [])
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

export function pressPrimary(): void {
  const action = [...document.querySelectorAll<HTMLElement>('[data-primary-action]')].find(button => !button.closest('[inert]'))
  action?.focus()
  action?.click()
}

export function focusListSearch(): void {
  document.querySelector<HTMLElement>('#list-search')?.focus()
}

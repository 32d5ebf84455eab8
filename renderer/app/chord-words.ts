import type { TFunction } from 'i18next'

const NAMES = { Ctrl: 'ctrl', Alt: 'alt', Shift: 'shift', Enter: 'enter', Escape: 'escape', PageDown: 'down', PageUp: 'up', Space: 'space', ArrowDown: 'arrowDown' } as const

/** `Ctrl+K` as the keys are labelled: `Strg + K`. */
export const chordWords = (t: TFunction, chord: string): string =>
  chord.split('+').map(part => (isNamed(part) ? t(`shortcuts.${NAMES[part]}`) : part)).join(' + ')

const isNamed = (part: string): part is keyof typeof NAMES => Object.hasOwn(NAMES, part)

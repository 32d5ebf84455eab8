import { VIEWS, type View } from '../../shared/contract/applications.ts'

/** Keys pressed together, as written here: `Ctrl+K`, `Alt+PageDown`, `Shift+F6`. No single letters: they get in the way of speech input. */
export const SHORTCUTS = {
  palette: 'Ctrl+K',
  help: 'F1',
  sheet: 'Shift+F1',
  regions: 'F6',
  regionsBack: 'Shift+F6',
  primary: 'Alt+Enter',
  ask: 'Alt+N',
  resume: 'Alt+U',
  extend: 'Alt+V',
  followUp: 'Alt+W',
  assign: 'Alt+Z',
  tag: 'Alt+G',
  close: 'Alt+B',
  handOver: 'Alt+O',
  comment: 'Alt+M',
  addTask: 'Alt+J',
  capture: 'Alt+A',
  day: 'Alt+H',
  book: 'Alt+Y',
  newAlert: 'Alt+I',
  listSearch: 'Alt+S',
  next: 'Alt+PageDown',
  previous: 'Alt+PageUp',
  transfer: 'Alt+T',
  attention: 'Alt+K',
  lock: 'Alt+L',
} as const

export type ShortcutName = keyof typeof SHORTCUTS

/** `Alt+1` for the first view and so on, in the order of the navigation; `Alt+0` for the tenth, none for what comes behind. */
export function viewShortcut(view: View): string | undefined {
  const place = VIEWS.indexOf(view) + 1
  return place > 10 ? undefined : `Alt+${place % 10}`
}

export type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether exactly these keys are pressed; on a Mac the command key counts as Ctrl. */
export function matches(event: Keys, chord: string): boolean {
  const parts = chord.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier)
  const isKey = /^\d$/.test(key) ? event.code === `Digit${key}` : event.key.toLowerCase() === key.toLowerCase()
  return isKey && (event.ctrlKey || event.metaKey) === wants('Ctrl') && event.altKey === wants('Alt') && event.shiftKey === wants('Shift')
}

export const isPressed = (event: Keys, chord: string | undefined): boolean => chord !== undefined && matches(event, chord)

const MODIFIERS: readonly string[] = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'CapsLock', 'Dead', 'Unidentified', 'Process']

/** The pressed keys as they are written here; undefined while only Ctrl, Alt or Shift is held, and for keys that cannot be written. */
export function chordIn(event: Keys): string | undefined {
  if (MODIFIERS.includes(event.key) || event.key === '+') return undefined
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  const key = digit ?? (event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key)
  return [...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []), ...(event.altKey ? ['Alt'] : []), ...(event.shiftKey ? ['Shift'] : []), key].join('+')
}

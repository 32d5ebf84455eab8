import { VIEWS, type View } from '../../shared/contract/applications.ts'

/** Keys pressed together, as written here: `Ctrl+K`, `Alt+PageDown`, `Shift+F6`. No single letters: they get in the way of speech input. */
export const SHORTCUTS = {
  palette: 'Ctrl+K',
  help: 'F1',
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

const isPressed = (event: Keys, chord: string | undefined): boolean => chord !== undefined && matches(event, chord)

export type Pressed =
  | { readonly kind: 'shortcut'; readonly name: ShortcutName }
  | { readonly kind: 'view'; readonly view: View }

/** What the pressed keys ask for, if anything. */
export function pressed(event: Keys): Pressed | undefined {
  const view = VIEWS.find(candidate => isPressed(event, viewShortcut(candidate)))
  if (view) return { kind: 'view', view }
  const name = (Object.keys(SHORTCUTS) as readonly ShortcutName[]).find(candidate => matches(event, SHORTCUTS[candidate]))
  return name && { kind: 'shortcut', name }
}

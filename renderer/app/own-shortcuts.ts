import * as z from 'zod'
import { VIEWS, type View } from '../../shared/contract/applications.ts'
import type { Json } from '../../shared/json.ts'
import { isPressed, SHORTCUTS, viewShortcut, type Keys, type ShortcutName } from './shortcuts.ts'

/** Everything that can have keys: what is done, and the views. */
export type ChordName = ShortcutName | `view ${View}`

/** What a person has made of the keys: others, none (null), or none at all. What is not named keeps its usual ones. */
export const OwnShortcuts = z.object({ isOff: z.boolean(), own: z.record(z.string(), z.string().nullable()) })
export type OwnShortcuts = Readonly<z.infer<typeof OwnShortcuts>>

export const USUAL: OwnShortcuts = { isOff: false, own: {} }

export const isOwnShortcuts = (value: Json): value is { readonly isOff: boolean; readonly own: Readonly<Record<string, string | null>> } => OwnShortcuts.safeParse(value).success

const usualOf = new Map<ChordName, string>([
  ...(Object.keys(SHORTCUTS) as readonly ShortcutName[]).map(name => [name, SHORTCUTS[name]] as const),
  ...VIEWS.flatMap(view => {
    const chord = viewShortcut(view)
    return chord === undefined ? [] : [[`view ${view}`, chord] as const]
  }),
])

/** In the order in which they are listed. */
export const CHORD_NAMES: readonly ChordName[] = [...usualOf.keys()]

export const viewOf = (name: ChordName): View | undefined => VIEWS.find(view => name === `view ${view}`)

/** The keys of something although all are switched off, as the list of them shows. */
export function keptChord(name: ChordName, { own }: OwnShortcuts): string | undefined {
  const chosen = own[name]
  return chosen === undefined ? usualOf.get(name) : (chosen ?? undefined)
}

/** The keys that work now; undefined for none. */
export const chordOf = (name: ChordName, shortcuts: OwnShortcuts): string | undefined => (shortcuts.isOff ? undefined : keptChord(name, shortcuts))

/** What the pressed keys ask for, if anything. */
export const pressed = (event: Keys, shortcuts: OwnShortcuts): ChordName | undefined => CHORD_NAMES.find(name => isPressed(event, chordOf(name, shortcuts)))

/** Keys that belong to the program itself, to the browser or to the system. */
const TAKEN: readonly string[] = [
  'Ctrl+Enter', 'Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Y', 'Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+F', 'Ctrl+N', 'Ctrl+P', 'Ctrl+Q', 'Ctrl+R', 'Ctrl+S', 'Ctrl+T', 'Ctrl+W',
  'Alt+F4', 'F5', 'F11', 'F12',
]
const MOVING: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Tab', 'Escape', 'Space', 'Backspace', 'Delete', 'Home', 'End']

export type ChordProblem =
  | { readonly kind: 'single' | 'taken' }
  | { readonly kind: 'given'; readonly to: ChordName }

/** Why keys cannot be given to something, if they cannot. */
export function chordProblem(chord: string, name: ChordName, shortcuts: OwnShortcuts): ChordProblem | undefined {
  const parts = chord.split('+')
  const key = parts.at(-1) ?? ''
  // Speech input and slips of the finger write letters: alone they must never do anything.
  const isHeld = parts.includes('Ctrl') || parts.includes('Alt')
  if (!isHeld && !/^F\d{1,2}$/.test(key)) return { kind: 'single' }
  // On Windows AltGr counts as both: what it writes, such as @ and €, must stay a letter.
  const isAltGr = parts.includes('Ctrl') && parts.includes('Alt')
  if (isAltGr || TAKEN.includes(chord) || MOVING.includes(key)) return { kind: 'taken' }
  const other = CHORD_NAMES.find(candidate => candidate !== name && keptChord(candidate, shortcuts)?.toLowerCase() === chord.toLowerCase())
  return other && { kind: 'given', to: other }
}

/** With other keys for something; null switches it off. What is as usual again is not kept. */
export function withChord(shortcuts: OwnShortcuts, name: ChordName, chord: string | null): OwnShortcuts {
  const { [name]: _before, ...others } = shortcuts.own
  return { ...shortcuts, own: chord === usualOf.get(name) ? others : { ...others, [name]: chord } }
}

/** With its usual keys again. */
export const withUsual = (shortcuts: OwnShortcuts, name: ChordName): OwnShortcuts => withChord(shortcuts, name, usualOf.get(name) ?? null)

export const isChanged = ({ own }: OwnShortcuts, name: ChordName): boolean => own[name] !== undefined

/** Whether the usual keys are free for it; somebody may have given them to something else. */
export const usualProblem = (shortcuts: OwnShortcuts, name: ChordName): ChordProblem | undefined => {
  const usual = usualOf.get(name)
  return usual === undefined ? undefined : chordProblem(usual, name, shortcuts)
}

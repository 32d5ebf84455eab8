import { usePreference } from '../ui/use-preference.ts'
import { chordOf, isOwnShortcuts, USUAL, type ChordName, type OwnShortcuts } from './own-shortcuts.ts'

/** The person's keys, at every desk the same. */
export function useOwnShortcuts(): { readonly shortcuts: OwnShortcuts; readonly set: (shortcuts: OwnShortcuts) => void } {
  const { value, set } = usePreference('shortcuts', isOwnShortcuts)
  return { shortcuts: value ?? USUAL, set: next => set({ isOff: next.isOff, own: { ...next.own } }) }
}

/** Says which keys something has for this person; undefined for none. */
export function useChords(): (name: ChordName) => string | undefined {
  const { shortcuts } = useOwnShortcuts()
  return name => chordOf(name, shortcuts)
}

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { chordWords } from '../chord-words.ts'
import { CHORD_NAMES, USUAL, type ChordName } from '../own-shortcuts.ts'
import { useOwnShortcuts } from '../use-chords.ts'
import { ShortcutRow } from './shortcut-row.tsx'

/** Keys that every program has; they cannot be changed, and none of them is a letter alone. */
const FIXED = [
  ['Enter', 'open'], ['Space', 'mark'], ['Shift+ArrowDown', 'markOn'], ['Ctrl+A', 'markAll'], ['Ctrl+Enter', 'send'],
  ['Ctrl+ArrowDown', 'nextTime'], ['Ctrl+Shift+ArrowDown', 'nextDay'], ['Escape', 'back'],
] as const

/** All keys, with those of one's own in the place of the usual ones. */
export function ShortcutsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const close = useFirstFocus<HTMLButtonElement>()
  const { shortcuts, set } = useOwnShortcuts()
  const [changing, setChanging] = useState<ChordName>()
  const isUsual = !shortcuts.isOff && Object.keys(shortcuts.own).length === 0
  return (
    <Dialog title={t('shortcuts.title')} isOpen onClose={onClose} size="large">
      <Tick label={t('shortcuts.areOn')} isOn={!shortcuts.isOff} onChange={isOn => set({ ...shortcuts, isOff: !isOn })} />
      <DataTable isPlain className="keys" caption={t('shortcuts.title')} isCaptionUnseen heads={[t('shortcuts.keys'), t('shortcuts.does'), { title: t('shortcuts.own'), isUnseen: true }]}>
        {CHORD_NAMES.map(name => (
          <ShortcutRow key={name} name={name} shortcuts={shortcuts} isChanging={changing === name} onChanging={isIt => setChanging(isIt ? name : undefined)} onSet={set} />
        ))}
        {FIXED.map(([chord, name]) => <tr key={chord}><td><kbd>{chordWords(t, chord)}</kbd></td><td colSpan={2}>{t(`shortcuts.${name}`)}</td></tr>)}
      </DataTable>
      <DialogActions>
        <Button isDisabled={isUsual} onPress={() => set(USUAL)}>{t('shortcuts.reset')}</Button>
        <Button ref={close} onPress={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

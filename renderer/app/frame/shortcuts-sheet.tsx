import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { VIEWS } from '../../../shared/contract/applications.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { chordWords } from '../chord-words.ts'
import { SHORTCUTS, viewShortcut, type ShortcutName } from '../shortcuts.ts'

export function ShortcutsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const close = useFirstFocus<HTMLButtonElement>()
  const names = Object.keys(SHORTCUTS) as readonly ShortcutName[]
  const rows = [
    ...names.map(name => ({ chord: SHORTCUTS[name] as string, text: t(`shortcuts.${name}`) })),
    ...VIEWS.flatMap(view => {
      const chord = viewShortcut(view)
      return chord === undefined ? [] : [{ chord, text: t('shortcuts.view', { name: t(`views.${view}`) }) }]
    }),
    { chord: 'Enter', text: t('shortcuts.open') },
    { chord: 'Space', text: t('shortcuts.mark') },
    { chord: 'Shift+ArrowDown', text: t('shortcuts.markOn') },
    { chord: 'Ctrl+A', text: t('shortcuts.markAll') },
    { chord: 'Ctrl+Enter', text: t('shortcuts.send') },
    { chord: 'Escape', text: t('shortcuts.back') },
  ]
  return (
    <Dialog title={t('shortcuts.title')} isOpen onClose={onClose}>
      <DataTable isPlain className="keys" caption={t('shortcuts.title')} isCaptionUnseen heads={[t('shortcuts.keys'), t('shortcuts.does')]}>
        {rows.map(({ chord, text }) => <tr key={chord}><td><kbd>{chordWords(t, chord)}</kbd></td><td>{text}</td></tr>)}
      </DataTable>
      <DialogActions><Button ref={close} onPress={onClose}>{t('common.close')}</Button></DialogActions>
    </Dialog>
  )
}

import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCore, useStatus } from '../../core-client/core-context.tsx'
import { useReadable } from '../../core-client/readable.ts'
import { Icon } from '../../ui/icon.tsx'
import { chordWords } from '../chord-words.ts'
import { useChords } from '../use-chords.ts'
import { TownMark } from '../../domains/town-setup/town-mark.tsx'
import { TransferButton } from '../transfer/transfer-button.tsx'
import { AccountMenu } from './account-menu.tsx'
import type { FrameState } from './use-frame.ts'

export function Header({ frame }: { readonly frame: FrameState }): ReactElement {
  const { t } = useTranslation()
  const session = useReadable(useCore().session)
  const palette = useChords()('palette')
  const townName = session?.kind === 'signed-in' ? session.townName : ''
  return (
    <header className="topbar" data-region={t('regions.header')} tabIndex={-1}>
      <p className="topbar__town">
        <TownMark />
        <span>{t('app.town', { town: townName })}</span>
      </p>
      <Button className="topbar__search" onPress={() => frame.show('palette')}>
        <Icon name="search" />
        <span className="topbar__search-label">{t('frame.search')}</span>
        {palette && <kbd aria-hidden="true">{chordWords(t, palette)}</kbd>}
      </Button>
      <div className="topbar__end">
        <AttentionButton onPress={() => frame.show('attention')} />
        <TransferButton frame={frame} />
        <HelpButton isOpen={frame.open === 'help'} onPress={() => (frame.open === 'help' ? frame.close() : frame.show('help'))} />
        <AccountMenu frame={frame} />
      </div>
    </header>
  )
}

const HelpButton = ({ isOpen, onPress }: { readonly isOpen: boolean; readonly onPress: () => void }): ReactElement => {
  const { t } = useTranslation()
  return <Button className="button button--icon topbar__help" aria-label={t('help.open')} aria-expanded={isOpen} onPress={onPress}><Icon name="question" /></Button>
}

/** Only there while something is to be settled. */
function AttentionButton({ onPress }: { readonly onPress: () => void }): ReactElement {
  const { t } = useTranslation()
  const count = useStatus()?.attention ?? 0
  return (
    <>
      <output className="sr-only">{count > 0 ? t('attention.count', { count }) : ''}</output>
      {count > 0 && (
        <Button className="button button--attention" onPress={onPress}>
          <Icon name="warning" />
          <span>{t('attention.button')}</span>
          <span className="badge">{count}</span>
        </Button>
      )}
    </>
  )
}

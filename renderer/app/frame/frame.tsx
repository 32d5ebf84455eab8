import { Outlet } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../../core-client/core-context.tsx'
import { useReadable } from '../../core-client/readable.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { AuditBanner } from '../../domains/audit/log/audit-alarm.tsx'
import { EndingBanner } from '../../domains/alerts/list/ending-banner.tsx'
import { ReleaseBanner } from '../../domains/alerts/release/release-banner.tsx'
import { TrainingBanner } from '../../domains/alerts/training/training-banner.tsx'
import { WarningsBanner } from '../../domains/alerts/warnings/warnings-banner.tsx'
import { TrainingTownBanner } from '../../domains/help/training-town-banner.tsx'
import { useSecrets } from '../../domains/people/use-secrets.ts'
import { Icon } from '../../ui/icon.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { PrimaryKeysContext } from '../../ui/primary-keys.ts'
import { chordWords } from '../chord-words.ts'
import { Announcing } from '../announcing-route.tsx'
import { AttentionDialog } from '../transfer/attention-dialog.tsx'
import { Booking } from '../booking-route.tsx'
import { Suggesting } from '../suggestions-route.tsx'
import { useKeptAppearance } from '../use-kept-appearance.ts'
import { useChords } from '../use-chords.ts'
import { ClockBanner } from './clock-banner.tsx'
import { Header } from './header.tsx'
import { Helping } from './helping.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'
import { useActivity } from './use-activity.ts'
import { useFilledViews } from './use-filled-views.ts'
import { useFrame } from './use-frame.ts'
import './frame.css'

/** What stands around every screen of a person signed in. */
export function Frame(): ReactElement {
  const { t } = useTranslation()
  const frame = useFrame()
  const primary = useChords()('primary')
  useActivity()
  useFilledViews()
  useKeptAppearance()
  // Asked for once and renewed at once on every screen: whoever opens one does not find everybody hidden first, nor an older answer.
  useSecrets()
  return (
    <div className="frame">
      <a className="skip" href="#content" onClick={event => { event.preventDefault(); document.querySelector<HTMLElement>('#content')?.focus() }}>{t('skip.toContent')}</a>
      <Banners />
      <Header frame={frame} />
      <Navigation />
      <main id="content" className="content" tabIndex={-1} data-region={t('regions.content')}><PrimaryKeysContext value={primary && chordWords(t, primary)}><Outlet /></PrimaryKeysContext></main>
      {frame.open === 'palette' && <Palette frame={frame} />}
      {frame.open === 'shortcuts' && <ShortcutsSheet onClose={frame.close} />}
      <Helping frame={frame} />
      <Suggesting />
      <Booking />
      <Announcing />
      {frame.open === 'attention' && <AttentionDialog onClose={frame.close} />}
    </div>
  )
}

function Banners(): ReactElement {
  const { t } = useTranslation()
  const session = useReadable(useCore().session)
  const problem = useStatus()?.problem
  const sentences = problem ? errorSentences(t, { code: problem }) : undefined
  return (
    <section className="banners" aria-label={t('regions.notices')}>
      <TrainingTownBanner />
      <TrainingBanner />
      <WarningsBanner />
      <ReleaseBanner />
      <EndingBanner />
      <AuditBanner />
      <ClockBanner />
      {session?.kind === 'signed-in' && session.keyInFile && <p className="banner"><Icon name="info" /><span>{t('session.keyInFile')}</span></p>}
      {sentences && <p className="banner banner--warning" role="alert"><Icon name="warning" /><span><strong>{sentences.happened}</strong> {sentences.meaning} {sentences.todo}</span></p>}
    </section>
  )
}

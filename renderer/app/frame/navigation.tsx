import { Link, useLocation } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useEffect, useRef, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { VIEWS, type View } from '../../../shared/contract/applications.ts'
import { useCounts } from '../../domains/applications/queries.ts'
import { Icon } from '../../ui/icon.tsx'
import { formatNumber } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { usePerson } from '../../core-client/core-context.tsx'
import { chordWords } from '../chord-words.ts'
import type { PageName } from '../page-name.ts'
import { pageNamed, worksOnCases } from '../pages.ts'
import { useChords } from '../use-chords.ts'
import { usePages } from '../use-pages.ts'
import { SavedViewsNav } from './saved-views-nav.tsx'
import { VIEW_ICONS } from './view-icons.ts'

export function Navigation(): ReactElement {
  const { t } = useTranslation()
  const nav = useCurrentInSight()
  return (
    <nav ref={nav} className="nav" aria-label={t('regions.navigation')} data-region={t('regions.navigation')} tabIndex={-1}>
      <Start />
      {worksOnCases(usePerson()) && <Cases />}
      <Pages />
    </nav>
  )
}

/** On a narrow screen the navigation is one line that is scrolled: where one is stays in sight. */
function useCurrentInSight(): RefObject<HTMLElement | null> {
  const nav = useRef<HTMLElement>(null)
  // Drawn anew with each place, and only then.
  useLocation()
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return nav
}

function Cases(): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const counts = useCounts()
  const chordOf = useChords()
  return (
    <>
      <h2 className="nav__title">{t('frame.applications')}</h2>
      <ul className="nav__list">
        {VIEWS.filter(view => view !== RARE || counts[view]).map(view => (
          <li key={view}>
            <Link to="/applications" search={{ view, saved: undefined }} activeOptions={BUILT_IN} className="nav__link" activeProps={{ 'aria-current': 'page' }} title={withChord(t, t(`viewHints.${view}`), chordOf(`view ${view}`))}>
              <Icon name={VIEW_ICONS[view]} />
              <span className="nav__name">{t(`views.${view}`)}</span>
              <Count view={view} count={counts[view]} text={counts[view] === undefined ? '' : formatNumber(counts[view], language)} />
            </Link>
          </li>
        ))}
      </ul>
      <SavedViewsNav />
    </>
  )
}

/** A saved view is not the built-in one it stands on. */
const BUILT_IN = { explicitUndefined: true } as const

const withChord = (t: TFunction, hint: string, chord: string | undefined): string => (chord === undefined ? hint : `${hint} (${chordWords(t, chord)})`)

function Pages(): ReactElement | null {
  const { t } = useTranslation()
  const pages = usePages().pages.filter(({ name }) => name !== START)
  if (pages.length === 0) return null
  return (
    <>
      <h2 className="nav__title">{t('frame.pages')}</h2>
      <ul className="nav__list">
        {pages.map(({ name, icon, Mark }) => (
          <li key={name}>
            <Link to="/$page" params={{ page: name }} className="nav__link" activeProps={{ 'aria-current': 'page' }}>
              <Icon name={icon} />
              <span className="nav__name">{t(`pages.${name}`)}</span>
              {Mark && <Mark />}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where the day begins stands above everything else. */
const START = 'day' satisfies PageName

function Start(): ReactElement | null {
  const { t } = useTranslation()
  const chordOf = useChords()
  const person = usePerson()
  if (!pageNamed(START)?.isFor(person)) return null
  return (
    <ul className="nav__list nav__list--start">
      <li>
        <Link to="/$page" params={{ page: START }} className="nav__link" activeProps={{ 'aria-current': 'page' }} title={withChord(t, t('due.intro'), chordOf('day'))}>
          <Icon name="sun" />
          <span className="nav__name">{t('pages.day')}</span>
        </Link>
      </li>
    </ul>
  )
}

/** Mostly there is nothing in it, and then nobody looks for it: the head of the desk says so as well. */
const RARE = 'attention' satisfies View

const URGENT: readonly View[] = ['overdue', 'unread', RARE]

function Count({ view, count, text }: { readonly view: View; readonly count: number | undefined; readonly text: string }): ReactElement | null {
  if (!count) return null
  return <span className={URGENT.includes(view) ? 'nav__count nav__count--urgent' : 'nav__count'}>{text}</span>
}

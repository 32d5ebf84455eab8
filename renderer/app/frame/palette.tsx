import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { Autocomplete, Header, Input, Keyboard, Menu, MenuItem, MenuSection, Modal, ModalOverlay, Dialog, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { VIEWS } from '../../../shared/contract/applications.ts'
import { useSavedViews } from '../../domains/applications/views/queries.ts'
import { useTopicsToWriteOn } from '../../domains/alerts/list/use-topics-to-write-on.ts'
import { useSearch } from '../../domains/applications/queries.ts'
import { nameAndPlace } from '../../domains/people/name-and-place.ts'
import { useSecrets } from '../../domains/people/use-secrets.ts'
import { commandTitle } from '../../ui/command-title.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { usePerson } from '../../core-client/core-context.tsx'
import { chordWords } from '../chord-words.ts'
import { useDesk } from '../desk.tsx'
import type { PageName } from '../page-name.ts'
import { worksOnCases } from '../pages.ts'
import type { ShortcutName } from '../shortcuts.ts'
import { useChords } from '../use-chords.ts'
import { usePages } from '../use-pages.ts'
import { CASE_ACTIONS, isOffered, pressAction, pressPrimary } from '../use-shortcuts.ts'
import { VIEW_ICONS } from './view-icons.ts'
import type { FrameState } from './use-frame.ts'

/** Everything by typing: commands, views, and cases found in the rows of this desk. */
export function Palette({ frame }: { readonly frame: FrameState }): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const input = useFirstFocus<HTMLInputElement>()
  return (
    <ModalOverlay className="overlay overlay--top" isDismissable isOpen onOpenChange={isOpen => !isOpen && frame.close()}>
      <Modal className="modal modal--palette">
        <Dialog className="palette" aria-label={t('palette.title')}>
          <div className="palette__frame" onKeyDownCapture={event => event.key === 'Escape' && frame.close()}>
            <Autocomplete inputValue={text} onInputChange={setText}>
              <SearchField className="palette__field" aria-label={t('palette.placeholder')}>
                <Icon name="search" />
                <Input ref={input} className="palette__input" autoComplete="off" placeholder={t('palette.placeholder')} />
              </SearchField>
              <PaletteList text={text} frame={frame} />
            </Autocomplete>
            <p className="palette__hint">{t('palette.hint')}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface Entry {
  readonly id: string
  readonly text: string
  readonly icon: IconName
  readonly chord?: string | undefined
  readonly run: () => void
}

function PaletteList({ text, frame }: { readonly text: string; readonly frame: FrameState }): ReactElement {
  const { t } = useTranslation()
  const { actions, views } = useEntries(frame)
  const { hits, isSearching } = useSearch(text)
  const isSecret = useSecrets()
  const navigate = useNavigate()
  const wanted = (entry: Entry): boolean => entry.text.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase())
  const open = (id: string): void => {
    frame.close()
    void navigate({ to: '/applications/$id', params: { id }, search: { view: 'all' } })
  }
  return (
    <Menu className="menu" aria-label={t('palette.title')} renderEmptyState={() => <p className="choices__empty">{t(isSearching ? 'palette.searching' : 'palette.nothing')}</p>}>
      {hits.length > 0 && (
        <MenuSection>
          <Header className="menu__head">{t('palette.cases')}</Header>
          {hits.map(hit => (
            <MenuItem key={hit.id} id={hit.id} className="menu__item palette__hit" textValue={`${hit.reference} ${hit.subject} ${hit.applicantName}`} onAction={() => open(hit.id)}>
              <span className="palette__subject">{hit.subject}</span>
              <span className="palette__line">{nameAndPlace(hit, isSecret)} · {hit.reference}</span>
              <StatusMark status={hit.status} outcome={hit.outcome} />
            </MenuItem>
          ))}
        </MenuSection>
      )}
      <Entries title={t('palette.views')} entries={views.filter(wanted)} />
      <Entries title={t('palette.actions')} entries={actions.filter(wanted)} />
    </Menu>
  )
}

function Entries({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }): ReactElement | null {
  const { t } = useTranslation()
  if (entries.length === 0) return null
  return (
    <MenuSection>
      <Header className="menu__head">{title}</Header>
      {entries.map(({ id, text, icon, chord, run }) => (
        <MenuItem key={id} id={id} className="menu__item" textValue={text} onAction={run}>
          <Icon name={icon} />
          <span>{text}</span>
          {chord && <Keyboard className="menu__keys">{chordWords(t, chord)}</Keyboard>}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

/** Pages with keys of their own. */
const CHORDS: Readonly<Partial<Record<PageName, ShortcutName>>> = { day: 'day', capture: 'capture' }

/** Actions that are not called as their command is. */
const COMMAND_OF: Readonly<Partial<Record<(typeof CASE_ACTIONS)[number], string>>> = {
  followUp: 'applications.follow-up', handOver: 'applications.hand-over', comment: 'comments.add', addTask: 'tasks.add',
}

function useEntries(frame: FrameState): { readonly actions: readonly Entry[]; readonly views: readonly Entry[] } {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const person = usePerson()
  const { pages: offered } = usePages()
  const { suggesting, booking, announcing } = useDesk()
  const hasTopics = useTopicsToWriteOn().length > 0
  const chordOf = useChords()
  const views = (worksOnCases(person) ? VIEWS : []).map((view): Entry => ({
    id: `view ${view}`, text: t(`views.${view}`), icon: VIEW_ICONS[view], chord: chordOf(`view ${view}`),
    run: () => { frame.close(); void navigate({ to: '/applications', search: { view } }) },
  }))
  const pages = offered.map(({ name, icon }): Entry => ({
    id: `page ${name}`, text: t(`pages.${name}`), icon, chord: CHORDS[name] && chordOf(CHORDS[name]), run: () => { frame.close(); void navigate({ to: '/$page', params: { page: name } }) },
  }))
  const press = (act: () => void): void => {
    frame.close()
    // After the window has given the focus back.
    setTimeout(act, 50)
  }
  const hasPrimary = document.querySelector('[data-primary-action]') !== null
  const actions: readonly Entry[] = [
    ...(hasPrimary ? [{ id: 'primary', text: document.querySelector('[data-primary-action]')?.textContent ?? '', icon: 'check', chord: chordOf('primary'), run: () => press(pressPrimary) } as const] : []),
    ...CASE_ACTIONS.filter(isOffered).map((name): Entry => ({ id: name, text: commandTitle(t, COMMAND_OF[name] ?? `applications.${name}`), icon: 'clock', chord: chordOf(name), run: () => press(() => pressAction(name)) })),
    { id: 'attention', text: t('shortcuts.attention'), icon: 'warning', chord: chordOf('attention'), run: () => frame.show('attention') },
    { id: 'transfer', text: t('shortcuts.transfer'), icon: 'cloudDone', chord: chordOf('transfer'), run: () => frame.show('transfer') },
    ...(worksOnCases(person) ? [{ id: 'book', text: t('shortcuts.book'), icon: 'calendar', chord: chordOf('book'), run: () => press(() => booking.set(true)) } as const] : []),
    ...(hasTopics ? [{ id: 'newAlert', text: t('shortcuts.newAlert'), icon: 'megaphone', chord: chordOf('newAlert'), run: () => press(() => announcing.set(true)) } as const] : []),
    { id: 'suggest', text: t('suggestions.make'), icon: 'idea', run: () => press(() => suggesting.set(true)) },
    { id: 'help', text: t('shortcuts.help'), icon: 'question', chord: chordOf('help'), run: () => frame.show('help') },
    { id: 'sheet', text: t('shortcuts.sheet'), icon: 'keyboard', chord: chordOf('sheet'), run: () => frame.show('shortcuts') },
    { id: 'lock', text: t('shortcuts.lock'), icon: 'lock', chord: chordOf('lock'), run: () => { frame.close(); frame.lock() } },
  ]
  const saved = (useSavedViews() ?? []).filter(({ query }) => query !== null).map(({ id, name, query }): Entry => ({
    id, text: name, icon: 'bookmark', run: () => { frame.close(); void navigate({ to: '/applications', search: { view: query?.view ?? 'all', saved: id } }) },
  }))
  return { actions, views: [...views, ...saved, ...pages] }
}

import { useEffect, useId, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { readPage } from './markdown.ts'
import { PageBody } from './page-body.tsx'
import { HELP_SCREENS, type HelpScreen } from './screens.ts'
import { foundIn } from './search.ts'
import { useEscapeWithin } from './use-escape-within.ts'
import './help.css'

interface Props {
  /** The screen that is open now: the help goes with it until another page is chosen. */
  readonly screen: HelpScreen
  readonly onClose: () => void
  readonly onShortcuts: () => void
  readonly onTour: () => void
  readonly onDiagnosis: () => void
}

/** Help beside the screen: work goes on, F6 leads in and out, Esc closes it and gives the focus back. */
export function HelpPanel({ screen, onClose, onShortcuts, onTour, onDiagnosis }: Props): ReactElement {
  const { t } = useTranslation()
  const headingId = useId()
  const [chosen, setChosen] = useState<{ readonly page: HelpScreen; readonly at: HelpScreen }>()
  const shown = chosen?.at === screen ? chosen.page : screen
  const [question, setQuestion] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)
  useFocusThereAndBack(heading)
  useEscapeWithin(panel, onClose)
  const open = (page: HelpScreen): void => {
    setQuestion('')
    setChosen({ page, at: screen })
    // The button that was pressed goes with the page it stood on.
    heading.current?.focus()
  }
  const page = readPage(t(`helpPages.${shown}`))
  return (
    <aside ref={panel} className="help" aria-labelledby={headingId} data-region={t('help.title')} tabIndex={-1}>
      <div className="help__head">
        <h2 id={headingId} ref={heading} tabIndex={-1} className="help__title">{page.title}</h2>
        <IconButton icon="cross" label={t('help.close')} onPress={onClose} />
      </div>
      <TextInput label={t('help.search')} value={question} onChange={setQuestion} maxLength={80} />
      {question.trim() === '' ? <PageBody blocks={page.blocks} onOpen={open} /> : <Found question={question} onOpen={open} />}
      <div className="help__more">
        {shown !== 'start' && <Button kind="quiet" icon="question" onPress={() => open('start')}>{t('help.first')}</Button>}
        <Button kind="quiet" icon="keyboard" onPress={onShortcuts}>{t('help.shortcuts')}</Button>
        <Button kind="quiet" icon="forward" onPress={onTour}>{t('help.tour')}</Button>
        <Button kind="quiet" icon="file" onPress={onDiagnosis}>{t('help.diagnosis')}</Button>
      </div>
    </aside>
  )
}

function Found({ question, onOpen }: { readonly question: string; readonly onOpen: (screen: HelpScreen) => void }): ReactElement {
  const { t } = useTranslation()
  const found = foundIn(HELP_SCREENS.map(screen => [screen, t(`helpPages.${screen}`)] as const), question)
  return (
    <div className="help__page">
      <output>{t('help.found', { count: found.length })}</output>
      <ul className="help__found">{found.map(screen => <li key={screen}><Button kind="quiet" onPress={() => onOpen(screen)}>{readPage(t(`helpPages.${screen}`)).title}</Button></li>)}</ul>
    </div>
  )
}

/** What opens is read out from its heading; whoever closes it is back where they were. A page that follows the screen takes no focus. */
function useFocusThereAndBack(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      // Not taken from whoever works elsewhere on the screen meanwhile.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [heading])
}

import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../../ui/button.tsx'
import { PageFrame } from './page-frame.tsx'
import type { PageSource, Rotation } from './page-source.ts'
import { usePageHere } from './use-page-here.ts'
import { useZoom, type Zoom } from './use-zoom.ts'
import './files.css'

interface Props {
  readonly source: PageSource
  /** What a screen reader calls it: the name of the file. */
  readonly label: string
  readonly rotation?: Rotation
  /** More buttons beside those for pages and size. */
  readonly tools?: ReactNode
  /** What lies over a page. */
  readonly over?: (page: number) => ReactNode
  /** Told which page is read. */
  readonly onPage?: (page: number) => void
}

/** The pages of a file below each other, with keys and buttons for page and size. */
export function PagesView({ source, label, rotation = 0, tools, over, onPage }: Props): ReactElement {
  const scroll = useRef<HTMLElement>(null)
  const zoom = useZoom(scroll, source, rotation)
  const { here, goTo } = usePageHere(scroll)
  const tell = useEffectEvent((page: number) => onPage?.(page))
  useEffect(() => tell(here), [here])
  const pages = Array.from({ length: source.pageCount }, (_, index) => index + 1)
  const keys = keysFor({ here, last: source.pageCount, goTo, zoom })
  return (
    <div className="pages">
      <PagesTools here={here} count={source.pageCount} goTo={goTo} zoom={zoom}>{tools}</PagesTools>
      <section ref={scroll} className="pages__scroll" aria-label={label} {...keys}>
        {pages.map(page => (
          <PageFrame key={page} source={source} page={page} scale={zoom.scale} rotation={rotation}>{over?.(page)}</PageFrame>
        ))}
      </section>
    </div>
  )
}

interface Moves {
  readonly here: number
  readonly last: number
  readonly goTo: (page: number) => void
  readonly zoom: Zoom
}

/** Whoever has no pointer scrolls, turns over and sizes with the keys, once the pages have the focus. */
const keysFor = (moves: Moves) => ({
  tabIndex: 0,
  onKeyDown: (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const act = actionOf(event.key, moves)
    if (!act) return
    event.preventDefault()
    act()
  },
})

function actionOf(key: string, { here, last, goTo, zoom }: Moves): (() => void) | undefined {
  switch (key) {
    case 'PageDown': return () => goTo(Math.min(last, here + 1))
    case 'PageUp': return () => goTo(Math.max(1, here - 1))
    case 'Home': return () => goTo(1)
    case 'End': return () => goTo(last)
    case '+': return zoom.larger
    case '-': return zoom.smaller
    default: return undefined
  }
}

interface ToolsProps {
  readonly here: number
  readonly count: number
  readonly goTo: (page: number) => void
  readonly zoom: Zoom
  readonly children: ReactNode
}

function PagesTools({ here, count, goTo, zoom, children }: ToolsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="pages__tools" role="toolbar" aria-label={t('files.tools')}>
      <div className="pages__group">
        <IconButton icon="up" label={t('files.previousPage')} isDisabled={here <= 1} onPress={() => goTo(here - 1)} />
        <span className="pages__here" aria-live="polite">{t('files.pageOf', { page: here, count })}</span>
        <IconButton icon="down" label={t('files.nextPage')} isDisabled={here >= count} onPress={() => goTo(here + 1)} />
      </div>
      <div className="pages__group">
        <IconButton icon="minus" label={t('files.smaller')} isDisabled={!zoom.canShrink} onPress={zoom.smaller} />
        <span className="pages__zoom">{t('files.percent', { percent: Math.round(zoom.percent) })}</span>
        <IconButton icon="plus" label={t('files.larger')} isDisabled={!zoom.canGrow} onPress={zoom.larger} />
        <IconButton icon="fit" label={t('files.fitWidth')} onPress={zoom.fit} />
      </div>
      {children}
    </div>
  )
}

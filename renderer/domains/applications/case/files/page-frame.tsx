import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { turnedSize, type PageSize, type PageSource, type Rotation } from './page-source.ts'

interface Props {
  readonly source: PageSource
  readonly page: number
  /** Pixels of the screen per point. */
  readonly scale: number
  readonly rotation: Rotation
  /** What lies over the page: marks, notes. */
  readonly children?: ReactNode
}

/** One page, drawn only while it is near the screen: a file of 500 pages takes no more memory than one of five. */
export function PageFrame({ source, page, scale, rotation, children }: Props): ReactElement {
  const { t } = useTranslation()
  const frame = useRef<HTMLElement>(null)
  const isNear = useIsNear(frame)
  const size = usePageSize(source, page, isNear)
  const turned = turnedSize(size, rotation)
  const label = t('files.pageOf', { page, count: source.pageCount })
  return (
    <figure ref={frame} className="page" data-page={page} aria-label={label} style={{ width: Math.floor(turned.width * scale), height: Math.floor(turned.height * scale) }}>
      {isNear && <DrawnPage source={source} page={page} scale={scale} rotation={rotation} size={size} />}
      {isNear && children}
    </figure>
  )
}

function useIsNear(frame: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!frame.current) return undefined
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { root: frame.current.closest('.pages__scroll'), rootMargin: '800px 0px' })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [frame])
  return isNear
}

function usePageSize(source: PageSource, page: number, isNear: boolean): PageSize {
  const [size, setSize] = useState(source.firstSize)
  useEffect(() => {
    let isCurrent = true
    if (isNear) void source.size(page).then(known => isCurrent && setSize(known), () => undefined)
    return () => {
      isCurrent = false
    }
  }, [source, page, isNear])
  return size
}

/** A canvas larger than this takes more memory than it shows. */
const MOST_PIXELS = 20_000_000

interface DrawnProps extends Omit<Props, 'children'> {
  readonly size: PageSize
}

function DrawnPage({ source, page, scale, rotation, size }: DrawnProps): ReactElement {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const end = new AbortController()
    const { signal } = end
    const sharpest = Math.sqrt(MOST_PIXELS / (size.width * size.height))
    const draw = async (): Promise<void> => {
      if (!canvas.current || !words.current) return
      await source.draw(page, canvas.current, { scale: Math.min(scale * window.devicePixelRatio, sharpest), rotation, signal })
      await source.layWords(page, words.current, { scale, rotation, signal })
      if (!signal.aborted) setBroken(false)
    }
    draw().catch(() => !signal.aborted && setBroken(true))
    return () => end.abort()
  }, [source, page, scale, rotation, size])
  return (
    <>
      <canvas ref={canvas} className="page__canvas" aria-hidden="true" />
      <div ref={words} className="page__words" />
      {isBroken && <p className="page__broken">{t('files.pageBroken')}</p>}
    </>
  )
}

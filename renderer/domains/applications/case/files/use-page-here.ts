import { useEffect, useState, type RefObject } from 'react'

interface PageHere {
  readonly here: number
  readonly goTo: (page: number) => void
}

/** Which page is read now: the last one that begins above the middle of the window. */
export function usePageHere(scroll: RefObject<HTMLElement | null>): PageHere {
  const [here, setHere] = useState(1)
  useEffect(() => {
    const element = scroll.current
    if (!element) return undefined
    const look = (): void => {
      const middle = element.scrollTop + element.clientHeight / 2
      const pages = [...element.querySelectorAll<HTMLElement>('[data-page]')]
      setHere(Math.max(1, pages.filter(page => page.offsetTop <= middle).length))
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroll])
  const goTo = (page: number): void => {
    const target = scroll.current?.querySelector<HTMLElement>(`[data-page="${page}"]`)
    if (target) scroll.current?.scrollTo({ top: target.offsetTop - 8 })
    setHere(page)
  }
  return { here, goTo }
}

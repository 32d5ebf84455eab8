import { useEffect, useId, useRef, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useEscapeWithin } from '../use-escape-within.ts'
import { stepFrom, tourFor, type TourStep } from './steps.ts'
import { useFocusKept } from './use-focus-kept.ts'
import { useTour } from './use-tour.ts'
import '../help.css'

interface Props {
  readonly worksOnCases: boolean
  readonly onOpen: (screen: NonNullable<TourStep['screen']>) => void
}

/** The first day in a few steps, in a card over a corner of the real screens: work goes on beside it, F6 leads there. */
export function TourCard({ worksOnCases, onOpen }: Props): ReactElement | null {
  const tour = useTour()
  if (tour.kept?.state !== 'on') return null
  return <Card worksOnCases={worksOnCases} onOpen={onOpen} />
}

function Card({ worksOnCases, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const headingId = useId()
  const heading = useFocusOfOpening()
  const { kept, set } = useTour()
  const steps = tourFor(worksOnCases)
  const at = Math.max(0, steps.findIndex(({ name }) => name === kept?.step))
  const step: TourStep = steps[at] ?? { name: 'areas' }
  const before = stepFrom(steps, step.name, -1)
  const after = stepFrom(steps, step.name, 1)
  usePointing(step.points)
  const card = useRef<HTMLElement>(null)
  const focus = useFocusKept(card)
  const go = (to: TourStep): void => {
    focus.keep()
    set({ state: 'on', step: to.name })
    if (to.screen) onOpen(to.screen)
  }
  const leave = (): void => set({ state: 'left', step: step.name })
  useEscapeWithin(card, leave)
  return (
    <section ref={card} className="tour" aria-labelledby={headingId} data-region={t('tour.region')} tabIndex={-1}>
      <div aria-live="polite">
        <p className="tour__place">{t('tour.place', { place: at + 1, of: steps.length })}</p>
        <h2 id={headingId} ref={heading} tabIndex={-1} className="tour__title">{t(`tour.titles.${step.name}`)}</h2>
        <p>{t(`tour.words.${step.name}`)}</p>
      </div>
      <div className="row">
        {before && <Button onPress={() => go(before)}>{t('tour.back')}</Button>}
        {after
          ? <Button kind="primary" onPress={() => go(after)}>{t('tour.next')}</Button>
          : <Button kind="primary" onPress={() => set({ state: 'done', step: step.name })}>{t('tour.finish')}</Button>}
        {after && <Button kind="quiet" onPress={leave}>{t('tour.later')}</Button>}
      </div>
    </section>
  )
}

/** Whoever begins the tour is led to it and hears it; whoever is writing keeps the focus. */
function useFocusOfOpening(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select, [contenteditable]')) heading.current?.focus()
  }, [])
  return heading
}

/** Draws a line around what a step speaks of; the words name it as well. */
function usePointing(selector: string | undefined): void {
  useEffect(() => {
    const pointed = selector === undefined ? null : document.querySelector(selector)
    pointed?.setAttribute('data-tour-here', '')
    return () => pointed?.removeAttribute('data-tour-here')
  }, [selector])
}

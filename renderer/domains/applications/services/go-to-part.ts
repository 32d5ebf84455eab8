import type { PartName } from './editor-parts.ts'

/** Puts the focus on a part of the editor: on the first thing missing there, or on its heading. */
export function goToPart(name: PartName, isJudged: boolean): void {
  const heading = document.getElementById(`part-${name}`)
  const missing = isJudged ? heading?.parentElement?.querySelector<HTMLElement>('[aria-invalid=true], [data-incomplete]') : null
  const aim = missing ?? heading
  aim?.focus({ preventScroll: true })
  aim?.scrollIntoView({ block: missing ? 'center' : 'start' })
}

/** Room above a heading that was gone to, in pixels. */
const ABOVE = 12

/** Puts the focus on a part of the editor: on the first thing missing there, or on its heading. */
export function goToPart(name: string, isJudged: boolean): void {
  const heading = document.getElementById(`part-${name}`)
  const missing = isJudged ? heading?.parentElement?.querySelector<HTMLElement>('[aria-invalid=true], [data-incomplete]') : null
  const aim = missing ?? heading
  const screen = aim?.closest('.screen')
  if (!aim || !screen) return
  aim.focus({ preventScroll: true })
  // Only the screen is moved: `scrollIntoView` would move the frame around it too.
  const above = missing ? screen.clientHeight / 3 : ABOVE
  screen.scrollTop += aim.getBoundingClientRect().top - screen.getBoundingClientRect().top - above
}

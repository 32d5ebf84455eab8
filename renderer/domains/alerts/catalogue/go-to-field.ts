/** Puts the focus into a field, and moves its screen so that it is seen. */
export function goToField(id: string): void {
  const aim = document.getElementById(id)?.querySelector<HTMLElement>('input, textarea, button')
  const screen = aim?.closest('.screen')
  if (!aim || !screen) return
  aim.focus({ preventScroll: true })
  // Only the screen is moved: `scrollIntoView` would move the frame around it too.
  screen.scrollTop += aim.getBoundingClientRect().top - screen.getBoundingClientRect().top - screen.clientHeight / 3
}

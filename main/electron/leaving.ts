import type { CoreHost } from './core-host.ts'
import type { Electron } from './electron.ts'
import type { ShellTexts } from './texts.ts'

export interface LeavingParts {
  readonly electron: Pick<Electron, 'app' | 'dialog'>
  readonly texts: ShellTexts
  readonly host: () => CoreHost | undefined
  readonly unsent: () => number
  /** What is to be done before the end; `byPerson` is false for signals and the end of the computer's session. */
  readonly prepareEnd: (byPerson: boolean) => Promise<void>
}

/** How the program ends: a person is told of what was not transferred yet; the core always gets the time to finish. */
export interface Leaving {
  /** Whether the window may close now; if not, the person has been asked and the program ends by itself after a yes. */
  mayClose(): boolean
  /** A person wants to end the program. */
  quit(): void
}

export function watchLeaving({ electron: { app, dialog }, texts, host, unsent, prepareEnd }: LeavingParts): Leaving {
  let isDecided = false
  let isAsking = false
  let isStopped = false
  let isByPerson = false

  const ask = async (): Promise<void> => {
    if (isAsking) return
    isAsking = true
    const { question, detail, quit, stay } = texts.unsent
    const { response } = await dialog.showMessageBox({
      type: 'question', message: question(unsent()), detail, buttons: [stay, quit], defaultId: 0, cancelId: 0,
    })
    isAsking = false
    if (response === 1) app.quit()
  }

  // Signals, the end of the computer's session and our own `app.quit()` all come by here and ask nobody.
  app.on('before-quit', () => { isDecided = true })
  app.on('will-quit', event => {
    const running = isStopped ? undefined : host()
    if (!running) return
    event.preventDefault()
    isStopped = true
    void Promise.all([running.stop(), prepareEnd(isByPerson).catch(() => undefined)]).then(() => app.quit())
  })
  app.on('window-all-closed', () => app.quit())
  const mayClose = (): boolean => {
    if (isDecided) return true
    if (unsent() === 0) {
      isByPerson = true
      return true
    }
    void ask()
    return false
  }
  return { mayClose, quit: () => { if (mayClose()) app.quit() } }
}

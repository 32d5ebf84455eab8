import type { Tray as TrayType } from 'electron'
import { noticesBetween, NOBODY, waitingFor, type DeskStanding } from './desk-standing.ts'
import type { Electron } from './electron.ts'
import trayIcon from './icons/tray.png?inline'
import badgeIcon from './icons/badge.png?inline'
import type { ShellTexts } from './texts.ts'
import type { DeskWindow } from './window.ts'

export interface RemindersParts {
  readonly electron: Electron
  readonly window: DeskWindow
  readonly texts: ShellTexts
  readonly lock: () => void
  readonly quit: () => void
}

/** Tray, badge and notifications: they say how much is waiting, never for whom or what. */
export interface Reminders {
  readonly standing: DeskStanding
  update(standing: DeskStanding): void
}

export function createReminders(parts: RemindersParts): Reminders {
  const { electron, window, texts } = parts
  const tray = new electron.Tray(electron.nativeImage.createFromDataURL(trayIcon))
  let standing = NOBODY
  tray.on('click', window.show)
  const show = (): void => {
    showInTray(tray, standing, parts)
    showBadge(electron, window, waitingFor(standing))
  }
  show()
  return {
    get standing() {
      return standing
    },
    update: next => {
      const notices = window.isFocused() ? [] : noticesBetween(standing, next)
      standing = next
      show()
      for (const notice of notices) notify(electron, texts.notices[notice], window.show)
    },
  }
}

function showInTray(tray: TrayType, standing: DeskStanding, { electron, window, texts, lock, quit }: RemindersParts): void {
  const lines = standing.session === 'signed-in' ? countLines(standing, texts) : []
  tray.setToolTip(['Rathaus Desk', ...lines].join('\n'))
  tray.setContextMenu(electron.Menu.buildFromTemplate([
    { label: texts.menu.show, click: window.show },
    ...lines.map(label => ({ label, enabled: false })),
    { type: 'separator' },
    { label: texts.menu.lock, enabled: standing.session === 'signed-in', click: lock },
    { label: texts.menu.quit, click: quit },
  ]))
}

function countLines({ counts, attention, unsent }: DeskStanding, { counts: names }: ShellTexts): readonly string[] {
  const lines: readonly (readonly [string, number])[] = [
    [names.mine, counts.mine], [names.toRelease, counts['to-release']], [names.unread, counts.unread],
    [names.attention, attention], [names.unsent, unsent],
  ]
  return lines.map(([name, count]) => `${name}: ${count}`)
}

function showBadge({ app, nativeImage }: Electron, window: DeskWindow, count: number): void {
  app.setBadgeCount(count)
  // Windows has no number on the taskbar; a dot with a description says as much.
  window.setOverlay(count > 0 ? nativeImage.createFromDataURL(badgeIcon) : null, String(count))
}

function notify({ Notification }: Electron, body: string, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title: 'Rathaus Desk', body })
  notification.on('click', onClick)
  notification.show()
}

import type { MenuItemConstructorOptions } from 'electron'
import type { ShellTexts } from './texts.ts'
import type { UpdateEntry } from './updates/offer.ts'

export interface MenuActions {
  lock(): void
  signOut(): void
  quit(): void
  zoom(step: -1 | 0 | 1): void
}

export interface MenuChoices {
  /** A newer version that there is something to read about. */
  readonly update?: UpdateEntry | undefined
  readonly isMac: boolean
  readonly hasDevTools: boolean
}

/** The program's menu. Accelerators the page uses itself (search, palette, lists) are left to the page. */
export function menuTemplate({ menu }: ShellTexts, actions: MenuActions, { isMac, hasDevTools, update }: MenuChoices): MenuItemConstructorOptions[] {
  const file: MenuItemConstructorOptions = {
    label: isMac ? 'Rathaus Desk' : menu.file,
    submenu: [
      { label: menu.lock, accelerator: 'CmdOrCtrl+Shift+L', click: actions.lock },
      { label: menu.signOut, click: actions.signOut },
      ...(update ? [{ label: update.label, click: update.click }] : []),
      { type: 'separator' },
      { label: menu.quit, accelerator: 'CmdOrCtrl+Q', click: actions.quit },
    ],
  }
  const window: MenuItemConstructorOptions = {
    label: menu.window,
    submenu: [{ role: 'minimize', label: menu.minimize }, { role: 'close', label: menu.close }],
  }
  return [file, editMenu(menu), viewMenu(menu, actions, hasDevTools), window]
}

const editMenu = (menu: ShellTexts['menu']): MenuItemConstructorOptions => ({
  label: menu.edit,
  submenu: [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
  ],
})

function viewMenu(menu: ShellTexts['menu'], { zoom }: MenuActions, hasDevTools: boolean): MenuItemConstructorOptions {
  const development: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload', label: menu.reload },
    { role: 'toggleDevTools', label: menu.developer },
  ]
  return {
    label: menu.view,
    submenu: [
      { label: menu.actualSize, accelerator: 'CmdOrCtrl+0', click: () => zoom(0) },
      { label: menu.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => zoom(1) },
      // The key that people press for "plus" without the shift key.
      { label: menu.zoomIn, accelerator: 'CmdOrCtrl+=', click: () => zoom(1), visible: false },
      { label: menu.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => zoom(-1) },
      { type: 'separator' },
      { role: 'togglefullscreen', label: menu.fullScreen },
      ...(hasDevTools ? development : []),
    ],
  }
}

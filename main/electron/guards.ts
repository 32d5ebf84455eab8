import type { DownloadItem, Session, WebContents } from 'electron'
import { isOurs, isStartPage } from './addresses.ts'
import type { OpenExternal } from './external.ts'
import { denyPermissions } from './permissions.ts'

/** Files a case can have attached, and lists as a person saves them; nothing that another program would run. */
const SAVEABLE = /^[^/\\:*?"<>|\0-\x1f]{1,200}\.(pdf|png|jpe?g|webp|tiff?|txt|csv)$/i

export interface GuardedSession {
  /** Devtools fetch pages of their own; they exist in development only. */
  readonly hasDevTools: boolean
}

/** Shuts everything a page's session could reach: network, devices, downloads, dictionaries from the internet. */
export function guardSession(session: Session, { hasDevTools }: GuardedSession): void {
  denyPermissions(session)
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url, hasDevTools) }))
  session.on('will-download', (event, item) => {
    if (!maySave(item)) event.preventDefault()
  })
  // Chromium would fetch dictionaries from a server of Google; macOS brings its own spelling.
  session.setSpellCheckerEnabled(process.platform === 'darwin')
}

/** Whether the page may load from an address: its own files, and what it has made itself. */
export function mayLoad(address: string, hasDevTools: boolean): boolean {
  if (address.startsWith('blob:')) return isOurs(address.slice('blob:'.length))
  return isOurs(address) || address.startsWith('data:') || (hasDevTools && address.startsWith('devtools:'))
}

/** Attachments are saved from the page's own memory, under a name that harms nobody; the person chooses the folder. */
function maySave(item: DownloadItem): boolean {
  const address = item.getURL()
  if (!address.startsWith('blob:') || !isOurs(address.slice('blob:'.length))) return false
  return SAVEABLE.test(item.getFilename())
}

/** Keeps a page where it is: no other address, no other window, no page inside the page. */
export function guardContents(contents: WebContents, openExternal: OpenExternal): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url)
    return { action: 'deny' }
  })
  const stay = (details: { readonly url: string; readonly isMainFrame: boolean; preventDefault(): void }): void => {
    if (!details.isMainFrame || !isStartPage(details.url)) details.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', details => details.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
}

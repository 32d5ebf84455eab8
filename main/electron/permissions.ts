import type { Session } from 'electron'
import { isOurs } from './addresses.ts'

/** What the page may do beyond drawing: put text on the clipboard. Notifications come from the main process. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Only the page itself is asked for, never a frame inside it, whoever the frame says it is. */
export const isAllowed = (permission: string, requestingUrl: string | undefined, isMainFrame: boolean): boolean =>
  ALLOWED.has(permission) && isMainFrame && requestingUrl !== undefined && isOurs(requestingUrl)

/** Answers every question of Chromium for a permission, a device or the screen; what is not allowed by name is denied. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(isAllowed(permission, details.requestingUrl, details.isMainFrame)))
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isAllowed(permission, details.requestingUrl ?? requestingOrigin, details.isMainFrame))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }))
}

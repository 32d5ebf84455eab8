import type { PowerMonitor } from 'electron'

/** A computer that wakes has likely a network again; a screen that locks locks the desk with it. */
export function followPower(powerMonitor: PowerMonitor, on: { readonly wake: () => void; readonly lock: () => void; readonly shutDown: () => void }): void {
  powerMonitor.on('resume', on.wake)
  powerMonitor.on('unlock-screen', on.wake)
  powerMonitor.on('lock-screen', on.lock)
  powerMonitor.on('suspend', on.lock)
  powerMonitor.on('shutdown', on.shutDown)
}

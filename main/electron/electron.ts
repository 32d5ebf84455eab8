import type {
  App, BrowserWindow, Dialog, Menu, MessageChannelMain, NativeImage, Notification, PowerMonitor, Protocol, Screen, Session, Shell,
  Tray, utilityProcess,
} from 'electron'

/** The parts of Electron this shell works with, handed in by `main.ts` so that tests can hand in a double. */
export interface Electron {
  readonly app: App
  readonly BrowserWindow: typeof BrowserWindow
  readonly dialog: Dialog
  readonly Menu: typeof Menu
  readonly MessageChannelMain: typeof MessageChannelMain
  readonly nativeImage: { createFromDataURL(url: string): NativeImage }
  readonly Notification: typeof Notification
  readonly powerMonitor: PowerMonitor
  readonly protocol: Protocol
  readonly screen: Screen
  readonly session: { fromPartition(partition: string): Session }
  readonly shell: Shell
  readonly Tray: typeof Tray
  readonly utilityProcess: { fork: typeof utilityProcess.fork }
}

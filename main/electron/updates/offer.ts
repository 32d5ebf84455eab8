import { join } from 'node:path'
import type { DeskStanding } from '../desk-standing.ts'
import type { Electron } from '../electron.ts'
import type { ShellLog } from '../log.ts'
import type { Machine } from '../machine.ts'
import type { Policy } from '../policy.ts'
import type { ShellTexts } from '../texts.ts'
import { hindranceOf } from './hindrances.ts'
import { installCommand, isOwn, kindHere, type Command } from './install.ts'
import { openUpdateFolder } from './memory.ts'
import { createUpdater, type Updater, type UpdateStanding } from './updater.ts'

export interface OfferParts {
  readonly electron: Pick<Electron, 'app' | 'dialog' | 'Notification'>
  readonly settings: Pick<Policy, 'serviceUrl'> & { readonly updates: NonNullable<Policy['updates']> }
  readonly platform: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly machine: Machine
  readonly texts: ShellTexts
  readonly language: 'de' | 'en'
  readonly standing: () => DeskStanding
  /** The program is to end because a person wants it to; asks about what is unsent. */
  readonly quit: () => void
  /** There is something to choose in the menu, or nothing any more. */
  readonly onEntry: (entry: UpdateEntry | undefined) => void
  readonly log: ShellLog
}

/** What the menu shows. */
export interface UpdateEntry {
  readonly label: string
  readonly click: () => void
}

/** Tells of newer versions and installs one when a person says so or ends the program, never in the middle of work. */
export interface UpdateOffer {
  /** The network is likely back. */
  wake(): void
  /** The program ends; `byPerson` is false for signals and the end of the computer's session, in which nothing is installed. */
  prepareEnd(byPerson: boolean): Promise<void>
  close(): void
}

const FIRST_LOOK_MS = 2 * 60_000
const LOOK_EVERY_MS = 4 * 3_600_000

export function offerUpdates(parts: OfferParts): UpdateOffer {
  const { electron: { app }, machine, log } = parts
  let startsAgain = false
  let command: Command | undefined
  const now = (): void => {
    startsAgain = true
    parts.quit()
  }
  const updater = openUpdater(parts, standing => tell(parts, standing, () => void choose(parts, standing, now)))
  const timers = [setTimeout(() => void updater.look(), FIRST_LOOK_MS), setInterval(() => void updater.look(), LOOK_EVERY_MS)]
  timers.forEach(timer => timer.unref())
  app.on('quit', () => {
    if (command) machine.run(command)
  })
  return {
    wake: () => void updater.look(),
    prepareEnd: async byPerson => {
      const kind = kindHere({ ...machine, ...parts })
      if (!byPerson || updater.standing.kind !== 'ready' || hindranceOf(parts.standing()) || !isOwn(kind)) return
      const taken = await updater.take()
      if (taken.ok) command = installCommand(kind, taken.value, { ...machine, ...parts }, startsAgain)
      else log('updates.refused', { problem: taken.error })
    },
    close: () => {
      timers.forEach(timer => clearTimeout(timer))
      updater.close()
    },
  }
}

function openUpdater(parts: OfferParts, onStanding: (standing: UpdateStanding) => void): Updater {
  const { electron: { app }, settings: { serviceUrl, updates }, machine, log } = parts
  const version = app.getVersion()
  const kind = kindHere({ ...machine, ...parts })
  return createUpdater({
    url: `${updates.from ?? `${serviceUrl}/updates`}/${updates.channel}`,
    keys: updates.keys, install: isOwn(kind) ? updates.install : 'administration',
    here: { version, channel: updates.channel, platform: parts.platform, arch: machine.arch, kind },
    folder: openUpdateFolder(join(app.getPath('userData'), 'updates'), version, () => Buffer.from(machine.random(16)).toString('hex')),
    fetch: machine.fetch, clock: machine.clock, onStanding, log,
  })
}

/** The menu keeps it until it is done; a message says it once. */
function tell({ electron: { Notification }, texts, onEntry }: OfferParts, standing: UpdateStanding, open: () => void): void {
  if (standing.kind === 'none') return onEntry(undefined)
  onEntry({ label: texts.update.entry(standing.version), click: open })
  if (!Notification.isSupported()) return
  const notification = new Notification({ title: 'Rathaus Desk', body: texts.update.notices[standing.kind](standing.version) })
  notification.on('click', open)
  notification.show()
}

/** What is new, what will happen, and the choice, where there is one at this moment. */
async function choose({ electron: { dialog }, texts, language, standing: deskStanding }: OfferParts, standing: UpdateStanding, now: () => void): Promise<void> {
  if (standing.kind === 'none') return
  const { title, later, install, close, hints, hindrances } = texts.update
  const hindrance = standing.kind === 'ready' ? hindranceOf(deskStanding()) : undefined
  const isPossible = standing.kind === 'ready' && !hindrance
  const { response } = await dialog.showMessageBox({
    type: 'info', title: 'Rathaus Desk', message: title(standing.version),
    detail: `${standing.notes[language]}\n\n${hindrance ? hindrances[hindrance] : hints[standing.kind]}`,
    buttons: isPossible ? [later, install] : [close], defaultId: 0, cancelId: 0,
  })
  // Meanwhile an alert may have been opened: asked once more, and told if so.
  if (response !== 1 || !isPossible) return
  const since = hindranceOf(deskStanding())
  if (since) return void (await dialog.showMessageBox({ type: 'info', title: 'Rathaus Desk', message: title(standing.version), detail: hindrances[since], buttons: [close], defaultId: 0, cancelId: 0 }))
  now()
}

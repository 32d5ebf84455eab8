import type { Command } from './command.ts'
import { alertCommands } from './domains/alerts/commands.ts'
import { certify } from './domains/applications/certify-command.ts'
import { ask, extend, resume } from './domains/applications/clock-commands.ts'
import { capture } from './domains/applications/capture-command.ts'
import { applicationCommands } from './domains/applications/commands.ts'
import { commentCommands } from './domains/applications/comment-commands.ts'
import { handOver } from './domains/applications/hand-over-commands.ts'
import { linkCommands } from './domains/applications/link-commands.ts'
import { reopen } from './domains/applications/reopen-commands.ts'
import { savedViewCommands } from './domains/applications/saved-view-commands.ts'
import { taskCommands } from './domains/applications/task-commands.ts'
import { view } from './domains/applications/view-commands.ts'
import { handlingCommands } from './domains/applications/handling-commands.ts'
import { serviceCommands } from './domains/applications/service-commands.ts'
import { bookingCommands } from './domains/appointments/booking-commands.ts'
import { counterCommands } from './domains/appointments/counter-commands.ts'
import { hoursCommands } from './domains/appointments/hours-commands.ts'
import { placeCommands } from './domains/appointments/place-commands.ts'
import { hallCommands } from './domains/halls/commands.ts'
import { vaccinationCommands } from './domains/vaccinations/commands.ts'
import { reveal } from './domains/people/reveal-command.ts'
import { setPersonFigures } from './domains/reports/commands.ts'
import { accountCommands } from './domains/staff/account-commands.ts'
import { departmentCommands } from './domains/staff/department-commands.ts'
import { deputyCommands } from './domains/staff/deputy-commands.ts'
import { suggestionCommands } from './domains/staff/suggestion-commands.ts'
import { fileCommands } from './domains/applications/file-commands.ts'
import { letterCommands } from './domains/letters/template-commands.ts'
import { noticeCommands } from './domains/notices/commands.ts'
import { messageCommands } from './domains/messages/commands.ts'
import { serviceCardCommands } from './domains/service-cards/commands.ts'
import { setPreference } from './domains/staff/preference-commands.ts'

/** Every command there is, by name: the one list that contract, outbox, wire and pipeline derive from. */
export const COMMANDS = [
  ...applicationCommands, capture, ask, resume, extend, certify,
  ...commentCommands, ...taskCommands, ...linkCommands, handOver, reopen, view, ...handlingCommands, ...serviceCommands, ...fileCommands, ...savedViewCommands, setPreference, ...messageCommands,
  reveal,
  setPersonFigures, ...suggestionCommands, ...deputyCommands, ...accountCommands, ...departmentCommands, ...letterCommands, ...placeCommands, ...hoursCommands, ...bookingCommands, ...counterCommands, ...hallCommands,
  ...vaccinationCommands, ...alertCommands, ...noticeCommands, ...serviceCardCommands] as const

const byName: ReadonlyMap<string, Command<unknown>> = new Map(
  COMMANDS.map(command => [command.name, command as unknown as Command<unknown>]),
)

/** Commands that the desk gives by itself. */
export const BY_ITSELF: readonly string[] = [...byName.values()].filter(({ isByItself }) => isByItself).map(({ name }) => name)

export const commandNamed = (name: string): Command<unknown> | undefined => byName.get(name)

import { oc } from '@orpc/contract'
import * as z from 'zod'
import { setAlertSettings, setTemplate, setTopic } from '../domains/alerts/catalogue-commands.ts'
import { begin, followUp, submit, wish, withdraw, write } from '../domains/alerts/compose-commands.ts'
import { rejectAlert, release, releaseAlone, returnAlert, review, stop } from '../domains/alerts/release-commands.ts'
import { Alert, AlertSettings, AlertTemplate, AlertTopic, OfficialWarning } from '../domains/alerts/tables.ts'
import { acknowledgeWarning } from '../domains/alerts/warning-commands.ts'
import { AlertId } from '../ids.ts'
import { AlertPaper, AlertReportQuery, CountyFormQuery } from '../wire/alert-papers.ts'
import { Audience, AudienceQuery, Progress } from '../wire/alerts.ts'
import { ChannelState } from '../wire/alert-channel.ts'
import { WarningSources } from '../wire/official-warnings.ts'
import { Channel } from '../domains/alerts/content.ts'
import { entryFor } from './entry.ts'
import { refusable } from './refusable.ts'

/** As this desk knows it; `isPending` while a change of one's own is not at the service yet. */
export const ShownAlert = Alert.extend({ isPending: z.boolean() })
export type ShownAlert = z.infer<typeof ShownAlert>

const alertQueries = {
  /** Topics in their order, words that lie ready, and what all messages have in common; settings are null until somebody has entered them. */
  catalogue: oc.output(z.object({ topics: z.array(AlertTopic), templates: z.array(AlertTemplate), settings: AlertSettings.nullable() })),
  /** All messages that this desk holds, the newest first. */
  list: oc.output(z.object({ alerts: z.array(ShownAlert) })),
  one: oc.input(z.object({ alertId: AlertId })).output(z.object({ alert: ShownAlert.nullable() })),
  /** Warnings of other authorities that have not run out, and those of the last days, the newest first. */
  warnings: oc.output(z.object({ warnings: z.array(OfficialWarning) })),
  /** Whom a message would reach; asked of the service. */
  audience: oc.input(AudienceQuery).output(refusable(Audience)),
  /** How far a message is; asked of the service. */
  progress: oc.input(z.object({ alertId: AlertId })).output(refusable(Progress)),
  retry: oc.input(z.object({ alertId: AlertId, channel: Channel })).output(refusable(Progress)),
  /** All that became of a message, as a file; made by the service. */
  report: oc.input(AlertReportQuery).output(refusable(AlertPaper)),
  /** The request to the county as a file, to be signed; made by the service. */
  countyForm: oc.input(CountyFormQuery).output(refusable(AlertPaper)),
  /** Which ways are set up, and how many subscribe to each topic; asked of the service. */
  channel: oc.output(refusable(ChannelState)),
  /** Where official warnings come from and when each source answered last; asked of the service. */
  warningSources: oc.output(refusable(WarningSources)),
}

const entries = {
  ...alertQueries,
  begin: entryFor(begin),
  write: entryFor(write),
  submit: entryFor(submit),
  wish: entryFor(wish),
  withdraw: entryFor(withdraw),
  'follow-up': entryFor(followUp),
  release: entryFor(release),
  'release-alone': entryFor(releaseAlone),
  review: entryFor(review),
  return: entryFor(returnAlert),
  reject: entryFor(rejectAlert),
  stop: entryFor(stop),
  'set-topic': entryFor(setTopic),
  'set-template': entryFor(setTemplate),
  'set-settings': entryFor(setAlertSettings),
  acknowledge: entryFor(acknowledgeWarning),
}
type Entries = typeof entries

/** Named, because the contract written out in one piece is longer than the compiler writes types. */
export interface AlertsContract extends Entries {}
export const alertsDeskContract: AlertsContract = entries

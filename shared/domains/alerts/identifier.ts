import type { TownId } from '../../ids.ts'
import type { Alert, Reference } from './tables.ts'

/**
 * How a message is named outside for ever, on every channel and at every attempt: it follows from the row's id, so that no
 * retry, no second process and no restart gives it another one. A drill bears it in its name that it is one.
 */
export const identifierOf = (townId: TownId, { id, mode }: Pick<Alert, 'id' | 'mode'>): string => `${townId}${mode === 'training' ? '.UEBUNG' : ''}.${id}`

/** As later messages name this one; null while it has not gone out. */
export const referenceTo = (townId: TownId, alert: Pick<Alert, 'id' | 'mode' | 'released'>): Reference | null =>
  (alert.released ? { alertId: alert.id, identifier: identifierOf(townId, alert), sender: alert.released.sender, sentAt: alert.released.at } : null)

/** CAP's `references`: sender, identifier and time of each, parted by commas, the triples by spaces; times as CAP writes them. */
export const referencesText = (earlier: readonly Reference[], timeText: (at: Reference['sentAt']) => string): string =>
  earlier.map(({ sender, identifier, sentAt }) => `${sender},${identifier},${timeText(sentAt)}`).join(' ')

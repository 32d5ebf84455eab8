import { useEffect, useState } from 'react'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'
import { useReadable } from '../../../core-client/readable.ts'
import { createKeeper, type Keeper, type Kept } from './keeper.ts'

export interface Composed extends Pick<Kept, 'content' | 'keeping' | 'followed'>, Pick<Keeper, 'change' | 'flush'> {
  readonly conflict: { readonly name: string | null; readonly takeTheirs: () => void; readonly keepMine: () => void } | null
}

/** The words of a message while they are written: kept by themselves after every pause, with a connection or without. */
export function useComposed(alert: ShownAlert): Composed {
  const { client } = useCore()
  const other = otherAuthor(alert, usePerson().personId)
  const [keeper] = useState(() => createKeeper(alert.content, content => client.alerts.write({ alertId: alert.id, content })))
  const { theirs, ...kept } = useReadable(keeper.state)
  useEffect(() => keeper.read(alert.content, other), [keeper, alert.content, other])
  // Whoever leaves before the pause is over leaves nothing behind; where nobody has chosen between two versions, theirs stays.
  useEffect(() => () => void keeper.flush(), [keeper])
  const { change, flush, takeTheirs, keepMine } = keeper
  return { ...kept, change, flush, conflict: theirs && { name: other, takeTheirs, keepMine } }
}

/** The one other person who writes on it; null where there are several, because nobody knows who it was. */
function otherAuthor({ authors }: ShownAlert, own: string): string | null {
  const others = authors.filter(({ personId }) => personId !== own)
  return others.length === 1 ? (others[0]?.name ?? null) : null
}

import { suspended } from '../../shared/domains/applications/case-clock.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { endOfGermanDay } from '../../shared/german-days.ts'
import { instantFromMs, plusDays } from '../../shared/time.ts'
import { DEMO_NOW_MS } from './demo-now.ts'

const NOW = instantFromMs(DEMO_NOW_MS)

/** What happens to the clocks of the newest cases that the first person works on, one after the other. */
const CLOCKS: readonly ((row: Application) => Application)[] = [
  row => row,
  row => suspended(row, plusDays(NOW, -1)),
  row => ({ ...row, extendedAt: plusDays(NOW, -2), dueAt: endOfGermanDay('2026-12-31') }),
  row => ({ ...row, dueAt: endOfGermanDay('2026-11-21') }),
]

/** One case whose clock stands, one that was extended, one that is due tomorrow; the newest keeps the period of its service. */
export function setClocks({ applications }: { readonly applications: Map<string, Application> }): void {
  const own = [...applications.values()].filter(row => row.status === 'in-progress' && row.assigneeName === 'Katrin Sommer' && row.unreadMessages === 0).toReversed()
  for (const [index, change] of CLOCKS.entries()) {
    const row = own[index]
    if (row) applications.set(row.id, change(row))
  }
}

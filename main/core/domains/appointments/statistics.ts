import { grantsIn, type Actor } from '../../../../shared/actor.ts'
import type { StatisticsQuestion } from '../../../../shared/contract/appointments.ts'
import type { PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import { refuse, type Result } from '../../../../shared/result.ts'
import type { Cache } from '../../cache/open.ts'
import { startWorker, type WorkerThread } from '../../cache/worker-thread.ts'
import { furnishedPlace } from './places.ts'
import type { StatisticsRequest } from './statistics-request.ts'

/** What a period says about the planning of a place, for whoever leads its department; worked out from the rows of this desk. */
export interface Statistics {
  of(question: StatisticsQuestion, actor: Actor): Promise<Result<PlaceStatistics>>
  close(): Promise<void>
}

/** A year of a busy place takes a third of a second: in a thread of its own, so that nobody at a counter waits for it, and only for those who ask. */
export function createStatistics({ db, file, key }: Pick<Cache, 'db' | 'file' | 'key'>): Statistics {
  let thread: WorkerThread<StatisticsRequest> | undefined
  return {
    of: async (question, actor) => {
      const here = furnishedPlace(db, question.placeId)
      if (!here) return refuse('appointments/no-such-place')
      if (grantsIn(actor, ['lead'], here.place.scope).length === 0) return refuse('commands/not-allowed')
      thread ??= startWorker<StatisticsRequest>('../domains/appointments/statistics-worker', { file, key })
      return thread.ask({ ...question, lines: here.lines, resources: here.resources })
    },
    close: async () => thread?.close(),
  }
}

import { createContext, use } from 'react'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { useReadable, writable, type Writable } from '../../../core-client/readable.ts'

/** Whether this desk is in drill mode: said anew each time somebody signs in, so that nobody finds themselves in a drill they did not begin. */
export const TrainingContext = createContext<Writable<boolean>>(writable(false))

export const useTraining = (): Writable<boolean> => use(TrainingContext)

/** What is begun on this desk now, and the only messages that can be worked on. */
export const useDeskMode = (): Alert['mode'] => (useReadable(useTraining()) ? 'training' : 'live')

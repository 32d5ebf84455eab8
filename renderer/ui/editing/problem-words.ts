import { createContext, use } from 'react'

/** What is wrong, as a sentence by the path of its field; empty as long as nobody has asked. */
export const ProblemsContext = createContext<ReadonlyMap<string, string>>(new Map())

export const useProblemAt = (path: string): string | undefined => use(ProblemsContext).get(path)

import { createContext, use } from 'react'

/** How the keys are labelled that press the primary action of a screen, as the person has set them; undefined for none. */
export const PrimaryKeysContext = createContext<string | undefined>(undefined)

export const usePrimaryKeys = (): string | undefined => use(PrimaryKeysContext)

import { useEffect, useState } from 'react'
import { goToPart } from './go-to-part.ts'

/** A part somebody wants to go to; a new one each time, so that the same part can be gone to again. */
interface Wanted {
  readonly part: string
  readonly isJudged: boolean
}

export interface Judged<Name, Problem> {
  /** What is shown of the problems: nothing before somebody wanted to be done. */
  readonly shown: readonly Problem[]
  readonly go: (part: Name) => void
  /** Shows the problems from now on and goes to the first one. */
  readonly judge: () => void
}

const NONE: readonly never[] = []

/** When the problems of something edited are shown, and the way to its parts; `open` brings the parts to the front first. */
export function useJudged<Name extends string, Problem>(problems: readonly Problem[], partOf: (problem: Problem) => Name, open?: () => void): Judged<Name, Problem> {
  const [isJudged, setJudged] = useState(false)
  const [wanted, setWanted] = useState<Wanted>()
  useEffect(() => {
    if (wanted) goToPart(wanted.part, wanted.isJudged)
  }, [wanted])
  const want = (next: Wanted): void => {
    open?.()
    setWanted(next)
  }
  return {
    shown: isJudged ? problems : NONE,
    go: part => want({ part, isJudged }),
    judge: () => {
      setJudged(true)
      if (problems[0]) want({ part: partOf(problems[0]), isJudged: true })
    },
  }
}

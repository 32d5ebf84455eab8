import type { ReactElement } from 'react'
import { useProblemAt } from './problem-words.ts'

/** A problem that belongs to no single input. */
export function ProblemLine({ path }: { readonly path: string }): ReactElement | null {
  const problem = useProblemAt(path)
  return problem ? <p className="field__hint field__hint--error" role="alert">{problem}</p> : null
}

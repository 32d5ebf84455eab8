import type { ReactElement } from 'react'
import type { Result } from '../../../shared/result.ts'
import { answerOf } from '../../ui/answer.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { Problem } from '../../ui/problem.tsx'

interface Props {
  /** A file that was asked for. */
  readonly saving: { readonly isPending: boolean; readonly isError: boolean; readonly data: Result<unknown, RefusalShown> | undefined }
  /** Said while it is made. */
  readonly making: string
  /** Said once it is there; undefined where something else tells. */
  readonly saved?: string
}

/** What has become of a file that was asked for: it is being made, it is there, or it is not, with what to do now. */
export function SavingWords({ saving, making, saved }: Props): ReactElement {
  const answer = answerOf(saving)
  return (
    <>
      <output className="muted">{saving.isPending ? making : answer.kind === 'here' && saved}</output>
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
    </>
  )
}

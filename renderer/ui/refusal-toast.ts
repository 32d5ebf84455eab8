import type { TFunction } from 'i18next'
import { errorSentences, type RefusalShown } from './error-sentences.ts'
import type { ToastMessage } from './toasts.tsx'

/** How a command that was not carried out is told. One whose end is not known yet is not told as refused: it may be done. */
export function refusalToast(t: TFunction, refusal: RefusalShown): ToastMessage {
  const { happened, meaning, todo } = errorSentences(t, refusal)
  if (refusal.code === 'commands/unclear') return { kind: 'unclear', title: happened, text: `${meaning} ${todo}` }
  return { kind: 'refused', title: happened, text: todo }
}

import { oc } from '@orpc/contract'
import { LetterPreview, LetterPreviewQuery } from '../wire/letters.ts'
import { refusable } from './refusable.ts'

export const letterQueries = {
  /** Set by the service: without a link there is none. */
  preview: oc.input(LetterPreviewQuery).output(refusable(LetterPreview)),
}

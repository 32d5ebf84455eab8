import type { Application } from '../../../../shared/domains/applications/tables.ts'

/** What a dialog is about: one case with what it says now, or so many that are marked in the list. */
export type HandlingSubject =
  | { readonly kind: 'case'; readonly application: Application }
  | { readonly kind: 'many'; readonly count: number }

export interface HandlingProps<Input> {
  readonly subject: HandlingSubject
  /** Answers `true` when it was taken on; otherwise the person has been told why not. */
  readonly onRun: (input: Input) => Promise<boolean>
  readonly onClose: () => void
}

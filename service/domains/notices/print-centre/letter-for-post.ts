import type { Registered } from '../../../../shared/domains/notices/channels.ts'

/** A letter as it is given to the print centre. */
export interface LetterForPost {
  /** `custom1`: under this name it is asked for before it is ever sent again. */
  readonly name: string
  /** Unlike that of any other letter. */
  readonly fileName: string
  readonly pdf: Uint8Array
  /** Name, addition, street: as they are printed. */
  readonly lines: readonly string[]
  readonly postalCode: string
  readonly place: string
  /** In German capitals; empty inland. */
  readonly country: string
  readonly returnLine: string
  readonly isColor: boolean
  readonly isDuplex: boolean
  readonly registered: Registered | null
  /** So many days it waits at the print centre and can be called back; 0: not at all. */
  readonly holdDays: number
}

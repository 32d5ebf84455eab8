/** A dose as the engine looks at it, wherever it was written down. Corrected and voided ones do not belong here. */
export interface GivenDose {
  readonly id: string
  /**
   * `2026-11-24`; `2019-05` where a pass gives the month alone, which is taken for its last day: the dose before is then
   * at its most distant and the one after never too early. With the year alone, or nothing, the order is unknown.
   */
  readonly day: string
  /** SNOMED CT codes of the diseases: a combined vaccine is one dose against each. */
  readonly diseases: readonly string[]
  /** The code of the kind of vaccine; null where nobody knows. */
  readonly vaccine: string | null
  /** Null where nobody knows: then what is usual against its diseases holds. */
  readonly isLive: boolean | null
  /** Told, but shown nowhere: such a dose is taken as not given. */
  readonly isDocumented: boolean
}

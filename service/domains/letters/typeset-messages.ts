/** Accessible, or for archives and print centres. */
export type PdfStandard = 'ua-1' | 'a-1b'

/** What the service sends to its typesetting process: what is to be set as JSON, and its layout where it is no letter. */
export interface TypesetRequest {
  readonly id: number
  readonly layout: string | null
  readonly data: string
  /** Marked on every sheet as one of a town for practice. */
  readonly isTraining: boolean
  readonly standard: PdfStandard
  /** The one picture that is no drawing of our own, by the name the data calls it. */
  readonly picture: { readonly name: string; readonly bytes: Uint8Array } | null
}

export interface TypesetAnswer {
  readonly id: number
  readonly outcome: { readonly ok: true; readonly pdf: Uint8Array } | { readonly ok: false; readonly problem: string }
}

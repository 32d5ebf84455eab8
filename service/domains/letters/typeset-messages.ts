/** What the service sends to its typesetting process: a letter as JSON. */
export interface TypesetRequest {
  readonly id: number
  readonly letter: string
}

export interface TypesetAnswer {
  readonly id: number
  readonly outcome: { readonly ok: true; readonly pdf: Uint8Array } | { readonly ok: false; readonly problem: string }
}

/** What somebody is asked to sign with a qualified electronic signature. */
export interface SignatureRequest {
  /** Names the request outside: asked again under it, the provider says how far this one is and begins no other. */
  readonly key: string
  /** SHA-256 of what is signed, as 64 hexadecimal digits; nothing else of the documentation leaves the house. */
  readonly documentHash: string
  readonly responsible: { readonly name: string; readonly address: string }
}

export type SignatureOutcome =
  /** The person has not confirmed it yet, on their telephone or with their card. */
  | { readonly state: 'pending'; readonly retryAfterMs: number }
  | { readonly state: 'complete'; readonly signature: string; readonly reference: string }
  /** For good: declined, or without a certificate. Somebody signs by hand. */
  | { readonly state: 'failed'; readonly reason: string }

/** A provider of qualified electronic signatures (Art. 3 Nr. 12 eIDAS). */
export interface SignatureProvider {
  /** As it is named on paper. */
  readonly name: string
  /** Throws while the provider cannot be reached. */
  sign(request: SignatureRequest): Promise<SignatureOutcome>
}

/** What a virus scanner says about bytes; `away` when it could not be asked. */
export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly finding: string }
  | { readonly kind: 'away'; readonly reason: string }

export interface Scanner {
  /** Never throws for what the scanner does. */
  scan(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Verdict>
}

/** Where no scanner is configured nothing is looked at, and every screen says so. */
export const NO_SCANNER: Scanner = { scan: async () => ({ kind: 'away', reason: 'not-configured' }) }

/** What is kept about bytes that were looked at, or not. */
export const scanStateOf = (verdict: Exclude<Verdict, { readonly kind: 'infected' }>): 'clean' | 'not-scanned' =>
  verdict.kind === 'clean' ? 'clean' : 'not-scanned'

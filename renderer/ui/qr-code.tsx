import { useId, useMemo, type ReactElement } from 'react'
import { encode } from 'uqr'

/** As light around the code as scanners want, in modules. */
const QUIET = 4

/** A text as QR code, black on white whatever the theme: scanners read nothing else reliably. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const id = useId()
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} aria-labelledby={id} shapeRendering="crispEdges">
      <title id={id}>{label}</title>
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET })
  return { size, path: data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('') }
}

import type { ReactElement } from 'react'

/** Drawings of 20 × 20 with one stroke; those KERN brings have another weight beside small text. */
const PATHS = {
  inbox: 'M3 11.5 5.2 5h9.6l2.2 6.5v4H3zM3 11.5h4l1 2h4l1-2h4',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  people: 'M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.5 16c.5-2.7 2.5-4 5-4s4.5 1.3 5 4M13 4.3a2.6 2.6 0 0 1 0 5M14.5 12.2c1.7.5 2.7 1.8 3 3.8',
  scales: 'M10 3.5v13M6.5 16.5h7M4 6h12M4 6l-2 5h4zM16 6l-2 5h4zM2 11a2 2 0 0 0 4 0M14 11a2 2 0 0 0 4 0',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.3l2.8 1.7',
  mail: 'M3 5h14v10H3zM3.5 5.5 10 11l6.5-5.5',
  list: 'M7 5.5h10M7 10h10M7 14.5h10M3.5 5.5h.01M3.5 10h.01M3.5 14.5h.01',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM13.5 13.5 17 17',
  check: 'm4 10.5 4 4 8-9',
  checkCircle: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM6.8 10.3l2.2 2.2 4.2-4.7',
  crossCircle: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.5 7.5l5 5M12.5 7.5l-5 5',
  cross: 'm5 5 10 10M15 5 5 15',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.2v3.8M10 14.3h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.3v4.2M10 6.6h.01',
  cloudDone: 'M6 15.5a3.5 3.5 0 0 1-.5-7 4.8 4.8 0 0 1 9.2 1 3 3 0 0 1-.2 6zM7.7 11.7l1.8 1.8 3-3.5',
  cloudOff: 'M6 15.5a3.5 3.5 0 0 1-.5-7 4.8 4.8 0 0 1 9.2 1 3 3 0 0 1-.2 6zM3 3l14 14',
  cloudWait: 'M6 15.5a3.5 3.5 0 0 1-.5-7 4.8 4.8 0 0 1 9.2 1 3 3 0 0 1-.2 6zM7.3 12h.01M10 12h.01M12.7 12h.01',
  paperclip: 'M15.5 9.5 10 15a3.2 3.2 0 0 1-4.5-4.5L11 5a2.1 2.1 0 0 1 3 3l-5.3 5.3a1 1 0 0 1-1.5-1.5L12 7',
  download: 'M10 3.5v9M6.5 9 10 12.5 13.5 9M4 16.5h12',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  back: 'M16.5 10h-13M8.5 5l-5 5 5 5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  print: 'M6 7.5V3.5h8v4M6 14H3.5V7.5h13V14H14M6 11.5h8v5H6z',
  fit: 'M3 4v12M17 4v12M6 10h8M8.5 7.5 6 10l2.5 2.5M11.5 7.5 14 10l-2.5 2.5',
  turn: 'M15.5 8A6 6 0 1 0 16 11.5M16 4v4h-4',
  marker: 'M3.5 5h13v10h-13zM6.5 8h7M6.5 11h4',
  redact: 'M3 5h14M3 10h5M3 15h14M10 8h7v4h-7z',
  shield: 'M10 3 4.5 5v5c0 3.5 2.3 5.8 5.5 7 3.2-1.2 5.5-3.5 5.5-7V5z',
  shieldCheck: 'M10 3 4.5 5v5c0 3.5 2.3 5.8 5.5 7 3.2-1.2 5.5-3.5 5.5-7V5zM7.5 10l2 2 3.2-3.7',
  upload: 'M10 12.5v-9M6.5 7 10 3.5 13.5 7M4 16.5h12',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v5M11.5 9v5',
  up: 'm5 12.5 5-5 5 5',
  down: 'm5 7.5 5 5 5-5',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  copy: 'M7 7h9v9.5H7zM4 13V3.5h9',
  filter: 'M3 5h14M5.5 10h9M8 15h4',
  columns: 'M3.5 4h13v12h-13zM8 4v12M12.5 4v12',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  send: 'M3 10 17 3.5 12.5 17l-2.8-5.5zM9.7 11.5 17 3.5',
  file: 'M5 3h6.5L15 6.5V17H5zM11.5 3v3.5H15',
  undo: 'M7.5 5 4 8.5 7.5 12M4 8.5h7.5a4 4 0 0 1 0 8H8',
  pencil: 'M4 16l.8-3.5L13 4.3l2.7 2.7-8.2 8.2z',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.8h7',
  circle: 'M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  pause: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8.2 7.3v5.4M11.8 7.3v5.4',
  question: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.9 8.2c.1-1.2.9-1.9 2.1-1.9s2.1.7 2.1 1.8c0 1.7-2.1 1.7-2.1 3.3M10 13.7h.01',
  team: 'M10 9.3a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8ZM5.7 16c.3-2.8 2-4.2 4.3-4.2s4 1.4 4.3 4.2M3.6 8.7a1.7 1.7 0 1 0 0-3.4M2 13.4c.2-1.4.9-2.2 2-2.6M16.4 8.7a1.7 1.7 0 1 1 0-3.4M18 13.4c-.2-1.4-.9-2.2-2-2.6',
  at: 'M10 12.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM12.8 7.3v3.6c0 2.6 4.2 2.5 4.2-.9a7 7 0 1 0-2.8 5.6',
  tag: 'M3.5 3.5h6l7 7-6 6-7-7zM6.8 6.8h.01',
  bookmark: 'M5.5 3.5h9v13l-4.5-3.3-4.5 3.3z',
  sun: 'M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM10 2.5v1.8M10 15.7v1.8M2.5 10h1.8M15.7 10h1.8M4.7 4.7 6 6M14 14l1.3 1.3M15.3 4.7 14 6M6 14l-1.3 1.3',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5M10 10.5v4M8 12.5h4',
  hourglass: 'M5.5 3.5h9M5.5 16.5h9M6.5 3.5c0 4 2 4.5 3.5 6.5-1.5 2-3.5 2.5-3.5 6.5M13.5 3.5c0 4-2 4.5-3.5 6.5 1.5 2 3.5 2.5 3.5 6.5',
  chart: 'M3.5 16.5h13M6 16.5v-5M10 16.5v-10M14 16.5v-7.5',
  idea: 'M7.6 13.5c-1.6-1-2.6-2.6-2.6-4.5a5 5 0 0 1 10 0c0 1.9-1 3.5-2.6 4.5zM8 16.5h4',
} as const

export type IconName = keyof typeof PATHS

/** A decorative drawing in the colour of the text beside it; it never carries meaning alone. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}

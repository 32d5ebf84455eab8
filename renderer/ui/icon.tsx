import type { ReactElement } from 'react'

/** Drawings of 20 × 20 with one stroke; those KERN brings have another weight beside small text. */
const PATHS = {
  inbox: 'M3 11.5 5.2 5h9.6l2.2 6.5v4H3zM3 11.5h4l1 2h4l1-2h4',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.6-3 3-4.5 6-4.5s5.400 1.500 6 4.500',
  people: 'M7.500 9.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400ZM2.500 16c.5-2.700 2.500-4 5-4s4.500 1.300 5 4M13 4.300a2.600 2.600 0 0 1 0 5M14.500 12.200c1.700.500 2.700 1.800 3 3.800',
  scales: 'M10 3.500v13M6.500 16.500h7M4 6h12M4 6l-2 5h4zM16 6l-2 5h4zM2 11a2 2 0 0 0 4 0M14 11a2 2 0 0 0 4 0',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.300l2.800 1.700',
  mail: 'M3 5h14v10H3zM3.500 5.500 10 11l6.500-5.500',
  list: 'M7 5.500h10M7 10h10M7 14.500h10M3.500 5.500h.01M3.500 10h.01M3.500 14.500h.01',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM13.500 13.500 17 17',
  check: 'm4 10.500 4 4 8-9',
  checkCircle: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM6.800 10.300l2.200 2.200 4.200-4.700',
  crossCircle: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.500 7.500l5 5M12.500 7.500l-5 5',
  cross: 'm5 5 10 10M15 5 5 15',
  warning: 'M10 3.500 17.500 16.500h-15zM10 8.200v3.800M10 14.300h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.300v4.200M10 6.600h.01',
  cloudDone: 'M6 15.500a3.500 3.500 0 0 1-.5-7 4.800 4.800 0 0 1 9.200 1 3 3 0 0 1-.2 6zM7.700 11.700l1.800 1.800 3-3.500',
  cloudOff: 'M6 15.500a3.500 3.500 0 0 1-.5-7 4.800 4.800 0 0 1 9.200 1 3 3 0 0 1-.2 6zM3 3l14 14',
  cloudWait: 'M6 15.500a3.500 3.500 0 0 1-.5-7 4.800 4.800 0 0 1 9.200 1 3 3 0 0 1-.2 6zM7.300 12h.01M10 12h.01M12.700 12h.01',
  paperclip: 'M15.500 9.500 10 15a3.200 3.200 0 0 1-4.500-4.500L11 5a2.100 2.100 0 0 1 3 3l-5.300 5.300a1 1 0 0 1-1.500-1.500L12 7',
  download: 'M10 3.500v9M6.500 9 10 12.500 13.500 9M4 16.500h12',
  eye: 'M2.500 10S5.200 5 10 5s7.500 5 7.500 5-2.700 5-7.500 5-7.500-5-7.500-5ZM10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600Z',
  back: 'M16.500 10h-13M8.500 5l-5 5 5 5',
  up: 'm5 12.500 5-5 5 5',
  down: 'm5 7.500 5 5 5-5',
  lock: 'M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  copy: 'M7 7h9v9.500H7zM4 13V3.500h9',
  filter: 'M3 5h14M5.500 10h9M8 15h4',
  columns: 'M3.500 4h13v12h-13zM8 4v12M12.500 4v12',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  send: 'M3 10 17 3.500 12.500 17l-2.800-5.500zM9.700 11.500 17 3.500',
  file: 'M5 3h6.500L15 6.500V17H5zM11.500 3v3.500H15',
  undo: 'M7.500 5 4 8.500 7.500 12M4 8.500h7.500a4 4 0 0 1 0 8H8',
  pencil: 'M4 16l.8-3.500L13 4.300l2.700 2.700-8.200 8.200z',
  keyboard: 'M2.500 5.500h15v9h-15zM5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6.500 11.800h7',
  circle: 'M10 16.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Z',
  hourglass: 'M5.500 3.500h9M5.500 16.500h9M6.500 3.500c0 4 2 4.500 3.500 6.500-1.500 2-3.500 2.500-3.500 6.500M13.500 3.500c0 4-2 4.500-3.500 6.500 1.500 2 3.500 2.500 3.500 6.500',
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

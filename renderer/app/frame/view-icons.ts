import type { View } from '../../../shared/contract/applications.ts'
import type { IconName } from '../../ui/icon.tsx'

export const VIEW_ICONS: Readonly<Record<View, IconName>> = {
  all: 'list', mine: 'person', unassigned: 'inbox', 'to-release': 'people', overdue: 'clock', waiting: 'pause', unread: 'mail',
  team: 'team', 'follow-up': 'calendar', mentioned: 'at', attention: 'warning',
}

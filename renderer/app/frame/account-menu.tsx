import type { ReactElement } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCore, usePerson, useStatus } from '../../core-client/core-context.tsx'
import { useReadable } from '../../core-client/readable.ts'
import { PersonFiguresNotice } from '../../domains/reports/person-figures.tsx'
import { SetPinDialog } from '../../domains/session/set-pin-dialog.tsx'
import { NameDeviceDialog } from '../../domains/staff/devices/name-device-dialog.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { THEMES } from '../appearance.ts'
import { useDesk } from '../desk.tsx'
import { useLanguages } from '../use-languages.ts'
import { SignOutDialog } from './sign-out-dialog.tsx'
import type { FrameState } from './use-frame.ts'

export function AccountMenu({ frame }: { readonly frame: FrameState }): ReactElement {
  const { client } = useCore()
  const person = usePerson()
  const waiting = useStatus()?.outbox.count ?? 0
  const signOut = (): void => (waiting > 0 ? frame.show('sign-out') : void client.session.signOut())
  return (
    <>
      <MenuTrigger>
        <Button className="account">
          <span className="account__initials" aria-hidden="true">{initialsOf(person.name)}</span>
          <span className="account__name">{person.name}</span>
          <Icon name="down" size={14} />
        </Button>
        <Popover className="popover" placement="bottom end">
          <AccountItems frame={frame} onSignOut={signOut} />
        </Popover>
      </MenuTrigger>
      {frame.open === 'pin' && <SetPinDialog onClose={frame.close} />}
      {frame.open === 'device' && <NameDeviceDialog onClose={frame.close} />}
      {frame.open === 'sign-out' && <SignOutDialog count={waiting} onClose={frame.close} />}
    </>
  )
}

export const initialsOf = (name: string): string =>
  name.split(/\s+/).filter(part => /^\p{L}/u.test(part)).map(part => part.charAt(0)).filter((_letter, index, all) => index === 0 || index === all.length - 1).join('').toUpperCase()

function AccountItems({ frame, onSignOut }: { readonly frame: FrameState; readonly onSignOut: () => void }): ReactElement {
  const { t } = useTranslation()
  const session = useReadable(useCore().session)
  const { suggesting } = useDesk()
  const hasLanguages = useLanguages().length > 1
  const hasPin = session?.kind === 'signed-in' && session.pinSet
  return (
    <Menu className="menu" aria-label={t('frame.account', { name: usePerson().name })}>
      <RolesSection />
      <Separator className="menu__line" />
      <AppearanceSection kind="theme" />
      {hasLanguages && <AppearanceSection kind="language" />}
      <Separator className="menu__line" />
      <Item icon="idea" text={t('suggestions.make')} onAction={() => suggesting.set(true)} />
      <Item icon="question" text={t('account.help')} onAction={() => frame.show('help')} />
      <Item icon="keyboard" text={t('account.shortcuts')} onAction={() => frame.show('shortcuts')} />
      <Item icon="lock" text={t(hasPin ? 'account.changePin' : 'account.setPin')} onAction={() => frame.show('pin')} />
      <Item icon="keyboard" text={t('staff.nameDevice')} onAction={() => frame.show('device')} />
      <Item icon="lock" text={t('account.lock')} onAction={frame.lock} />
      <Item icon="back" text={t('account.signOut')} onAction={onSignOut} />
    </Menu>
  )
}

const Item = ({ icon, text, onAction }: { readonly icon: IconName; readonly text: string; readonly onAction: () => void }): ReactElement => (
  <MenuItem className="menu__item" textValue={text} onAction={onAction}><Icon name={icon} />{text}</MenuItem>
)

function RolesSection(): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const roles = [...new Set(person.grants.map(({ role }) => t(`roles.${role}`)))]
  const standsIn = person.grants.some(({ viaPersonId }) => viaPersonId !== null)
  return (
    <MenuSection>
      <Header className="menu__head"><strong>{person.name}</strong><br />{roles.join(', ')}{standsIn && `, ${t('frame.inPlaceOf')}`}<br /><PersonFiguresNotice /></Header>
    </MenuSection>
  )
}

function AppearanceSection({ kind }: { readonly kind: 'theme' | 'language' }): ReactElement {
  const { t } = useTranslation()
  const { appearance } = useDesk()
  const languages = useLanguages()
  const now = useReadable(appearance)
  const names = kind === 'theme' ? THEMES.map(id => ({ id, name: t(`account.${id}`) })) : languages.map(id => ({ id, name: t(`languages.${id}`) }))
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[now[kind]]}
      onSelectionChange={keys => {
        const chosen = names.find(({ id }) => keys === 'all' || keys.has(id))
        if (chosen) appearance.set({ ...now, [kind]: chosen.id })
      }}
    >
      <Header className="menu__head">{t(`account.${kind}`)}</Header>
      {names.map(({ id, name }) => (
        <MenuItem key={id} id={id} className="menu__item" textValue={name}>
          {({ isSelected }) => <><span className="menu__tick">{isSelected && <Icon name="check" size={16} />}</span>{name}</>}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

import { readFileSync, writeFileSync } from 'node:fs'

/** Full rights for administrators and the system, reading for everybody else, nothing by inheritance; owned by administrators. */
const RIGHTS = 'O:BAG:BAD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)'

/** The folder stays when the program goes: what the administration put there is theirs. Its number is never to be changed. */
const FOLDER = `
    <DirectoryRef Id="TARGETDIR">
      <Directory Id="CommonAppDataFolder">
        <Directory Id="POLICYFOLDER" Name="Rathaus Desk">
          <Component Id="PolicyFolder" Guid="0F9C2B57-3C0E-4D0E-9B53-6A1F0C7E42D8" KeyPath="yes" Permanent="yes">
            <CreateFolder><PermissionEx Sddl="${RIGHTS}"/></CreateFolder>
          </Component>
        </Directory>
      </Directory>
    </DirectoryRef>
`
const FEATURE = '<ComponentGroupRef Id="ProductComponents"/>'
const END = '  </Product>'

/** Called by electron-builder before an MSI is made of its project: adds the folder of the policy, which nobody else may make. */
export async function msiProjectCreated(file: string): Promise<void> {
  const project = readFileSync(file, 'utf8')
  if (project.split(FEATURE).length !== 2 || project.split(END).length !== 2) throw new Error(`${file} is built otherwise than it was: the folder of the policy finds no place in it.`)
  writeFileSync(file, project.replace(FEATURE, `${FEATURE}\n      <ComponentRef Id="PolicyFolder"/>`).replace(END, `${FOLDER}${END}`))
}

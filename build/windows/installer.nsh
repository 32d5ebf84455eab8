; A silent installation never ends a desk that somebody works at: it waits a while for one that is about to end by itself
; (a newer version is installed at the end of the program), and then gives up with an exit code of its own, so that the
; administration's software distribution tries again later. With a window the person is asked as usual.
; Looked for by a plug-in and not by PowerShell, which answers wrongly where it is forbidden.

!define EXIT_IN_USE 5
!define WAIT_ROUNDS 30

!macro customCheckAppRunning
  StrCpy $R1 0
  ${Do}
    ${nsProcess::FindProcess} "${APP_EXECUTABLE_FILENAME}" $R0
    ${If} $R0 != 0
      ${Break}
    ${EndIf}
    ${If} ${Silent}
      IntOp $R1 $R1 + 1
      ${If} $R1 > ${WAIT_ROUNDS}
        SetErrorLevel ${EXIT_IN_USE}
        Quit
      ${EndIf}
      Sleep 1000
    ${Else}
      ${IfNot} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(appCannotBeClosed)" IDRETRY`
        SetErrorLevel ${EXIT_IN_USE}
        Quit
      ${EndIf}
    ${EndIf}
  ${Loop}
  ${nsProcess::Unload}
!macroend

; The folder of the policy (docs/install-desk.md) is made here, because under ProgramData everybody may make one: whoever came
; first would set the desk for all who work at this computer. RMDir takes away an empty folder and a link to another one, and
; nothing else; a policy that lies there already becomes the administrators', too. Nothing goes into folders below, which could
; lead elsewhere. Groups by their numbers, because their names are German on a German Windows.

!macro policyRights ARGUMENTS
  nsExec::Exec '"$SYSDIR\icacls.exe" ${ARGUMENTS} /L /Q'
  Pop $R0
  ${If} $R0 != 0
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

!macro customInstall
  SetShellVarContext all
  RMDir "$APPDATA\Rathaus Desk"
  CreateDirectory "$APPDATA\Rathaus Desk"
  !insertmacro policyRights `"$APPDATA\Rathaus Desk" /setowner *S-1-5-32-544`
  !insertmacro policyRights `"$APPDATA\Rathaus Desk" /reset`
  !insertmacro policyRights `"$APPDATA\Rathaus Desk" /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX`
  ${If} ${FileExists} "$APPDATA\Rathaus Desk\policy.json"
    !insertmacro policyRights `"$APPDATA\Rathaus Desk\policy.json" /setowner *S-1-5-32-544`
    !insertmacro policyRights `"$APPDATA\Rathaus Desk\policy.json" /reset`
  ${EndIf}
!macroend

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

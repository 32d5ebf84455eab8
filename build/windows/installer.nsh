; A silent installation never ends a desk that somebody works at: it waits a while for one that is about to end by itself
; (a newer version is installed at the end of the program), and then gives up with an exit code of its own, so that the
; administration's software distribution tries again later. With a window the person is asked as usual.

!define EXIT_IN_USE 5
!define WAIT_ROUNDS 30

!macro customCheckAppRunning
  !insertmacro IS_POWERSHELL_AVAILABLE
  StrCpy $R1 0
  ${Do}
    !insertmacro FIND_PROCESS "${APP_EXECUTABLE_FILENAME}" $R0
    ${If} $R0 != 0
      ${Break}
    ${EndIf}
    ${IfNot} ${Silent}
      ${IfNot} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(appCannotBeClosed)" IDRETRY`
        SetErrorLevel ${EXIT_IN_USE}
        Quit
      ${EndIf}
    ${EndIf}
    ${If} ${Silent}
      IntOp $R1 $R1 + 1
      ${If} $R1 > ${WAIT_ROUNDS}
        SetErrorLevel ${EXIT_IN_USE}
        Quit
      ${EndIf}
      Sleep 1000
    ${EndIf}
  ${Loop}
!macroend

; Offers Rollcall under "Open with" for the files that it reads, and changes no default:
; https://learn.microsoft.com/en-us/windows/win32/shell/how-to-include-an-application-on-the-open-with-dialog-box
; SHELL_CONTEXT is the user's part of the registry, or the machine's where Rollcall is installed for all.

!define ROLLCALL_PROGID "Rollcall.Roster"
!define ROLLCALL_CLASSES "Software\Classes"

!macro offerRollcallFor ENDING
  WriteRegNone SHELL_CONTEXT "${ROLLCALL_CLASSES}\.${ENDING}\OpenWithProgids" "${ROLLCALL_PROGID}"
  WriteRegStr SHELL_CONTEXT "${ROLLCALL_CLASSES}\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".${ENDING}" ""
!macroend

!macro withdrawRollcallFor ENDING
  DeleteRegValue SHELL_CONTEXT "${ROLLCALL_CLASSES}\.${ENDING}\OpenWithProgids" "${ROLLCALL_PROGID}"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "${ROLLCALL_CLASSES}\${ROLLCALL_PROGID}" "" "Roster"
  WriteRegStr SHELL_CONTEXT "${ROLLCALL_CLASSES}\${ROLLCALL_PROGID}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "${ROLLCALL_CLASSES}\${ROLLCALL_PROGID}\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "${ROLLCALL_CLASSES}\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro offerRollcallFor "txt"
  !insertmacro offerRollcallFor "csv"
  !insertmacro offerRollcallFor "xlsx"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  !insertmacro withdrawRollcallFor "txt"
  !insertmacro withdrawRollcallFor "csv"
  !insertmacro withdrawRollcallFor "xlsx"
  DeleteRegKey SHELL_CONTEXT "${ROLLCALL_CLASSES}\${ROLLCALL_PROGID}"
  DeleteRegKey SHELL_CONTEXT "${ROLLCALL_CLASSES}\Applications\${APP_EXECUTABLE_FILENAME}"
!macroend

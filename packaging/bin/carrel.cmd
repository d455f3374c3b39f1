@echo off
rem The `carrel` command of an installed Carrel on Windows: the window's own program, run as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\Carrel.exe" "%~dp0..\app.asar.unpacked\src\launch\installed.mjs" %*
exit /b %errorlevel%

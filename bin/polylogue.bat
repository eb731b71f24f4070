@echo off
rem Runs the polylogue command. JAVA_HOME and JAVA_OPTS are heeded.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "JAR=%HOME_DIR%\polylogue.jar"
if not exist "%JAR%" set "JAR=%HOME_DIR%\samples\target\polylogue.jar"
if not exist "%JAR%" (
  echo polylogue: not built yet; run mvn -DskipTests package in "%HOME_DIR%" 1>&2
  exit /b 2
)
"%JAVA%" %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

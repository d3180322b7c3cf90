@echo off
rem Starts SynWarden. In a checkout it first builds what is missing or out of date; an installed copy never builds.
setlocal EnableExtensions
set "HOME_DIR=%~dp0"
set "JAVA_TOOL_OPTIONS="
set "_JAVA_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "CLASSPATH="

set "JAR=%HOME_DIR%synwarden.jar"
set "JAVA=%HOME_DIR%runtime\bin\java.exe"
if exist "%HOME_DIR%pom.xml" goto checkout
if exist "%JAVA%" goto run
goto path_java

:checkout
set "JAR=%HOME_DIR%target\synwarden.jar"
if not exist "%JAR%" goto build
powershell -NoProfile -Command "exit [int]((Get-ChildItem '%HOME_DIR%src\main','%HOME_DIR%pom.xml' -Recurse -File | Sort-Object LastWriteTime | Select-Object -Last 1).LastWriteTime -gt (Get-Item '%JAR%').LastWriteTime)" >nul 2>nul
if not errorlevel 1 goto path_java
:build
echo synwarden: building (once, and again when the sources change) ... 1>&2
call mvn -B -q -ntp -f "%HOME_DIR%pom.xml" -DskipTests package 1>&2
if errorlevel 1 (
  echo synwarden: the build failed; is Maven installed? 'mvn package' in %HOME_DIR% shows why 1>&2
  exit /b 1
)

:path_java
set "JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version >nul 2>nul
if errorlevel 1 (
  echo synwarden: Java 17 or later is needed; install one or set JAVA_HOME 1>&2
  exit /b 1
)

:run
if not exist "%JAR%" (
  echo synwarden: %JAR% is missing; install SynWarden again 1>&2
  exit /b 1
)
rem An installed copy loads no DLL from a temporary directory.
set "NATIVE="
if exist "%HOME_DIR%native\jnidispatch.dll" set NATIVE="-Djna.boot.library.path=%HOME_DIR%native" -Djna.nounpack=true "-Dorg.sqlite.lib.path=%HOME_DIR%native" -Dorg.sqlite.lib.name=sqlitejdbc.dll -Dflatlaf.useNativeLibrary=false
set "FLAGS=-Xmx64m -Djava.awt.headless=true"
if "%~1"=="tray" set "FLAGS=-Xmx128m"
rem As much as 128 MB resident allow; see docs/performance.md.
if "%~1"=="analyze" set "FLAGS=-Xmx76m -Djava.awt.headless=true"
"%JAVA%" -XX:+UseSerialGC %FLAGS% -Xss512k -XX:TieredStopAtLevel=1 -XX:-UsePerfData %NATIVE% -Djdk.console=java.base "-Dsynwarden.home=%HOME_DIR%." -jar "%JAR%" %*
exit /b %ERRORLEVEL%

<#
.SYNOPSIS
Builds the Windows package, an MSI, the zip and their sums, on Windows.

.DESCRIPTION
The same package as installer/build makes on Linux, with WiX 3.14 and MSVC instead of wixl and mingw-w64, and with a runtime
that is made by jlink from the JDK that is there, with its class-data archive. What goes in is left in
target\installer\stage. Needs a JDK from 17 on with its jmods (JAVA_HOME), Maven, WiX 3.14 (the variable WIX, as its
installer sets it) and a shell with MSVC for x64 (vcvars64.bat).

.PARAMETER Runtime
A folder with a Windows runtime to ship instead of the one that jlink makes.

.PARAMETER ProjectUrl
Where the project is kept, for the links in 'Settings > Apps'; on GitHub's machines it is known.
#>
[CmdletBinding()]
param([string]$Runtime = '', [string]$ProjectUrl = '')

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# Quotes within an argument reach the tool as they are written here; from 7.3 on PowerShell would escape them once more.
$PSNativeCommandArgumentPassing = 'Legacy'
$project = Split-Path -Parent $PSScriptRoot
$target = Join-Path $project 'target'
$work = Join-Path $target 'installer'
$stage = Join-Path $work 'stage'
$jar = Join-Path $target 'synwarden.jar'
$mostMegabytes = 65

. "$PSScriptRoot\Edit-Package.ps1"

function Fail([string]$why) { throw "installer/build.ps1: $why" }

function Invoke-Tool([string]$tool) {
    & $tool @args
    if ($LASTEXITCODE -ne 0) { Fail "$tool failed with $LASTEXITCODE" }
}

function Find-Tools {
    if (-not $env:JAVA_HOME) { Fail 'JAVA_HOME is not set' }
    if (-not $env:WIX) { Fail 'WIX is not set: WiX 3.14 is needed' }
    $env:Path = "$env:JAVA_HOME\bin;$env:WIX\bin;$env:Path"
    foreach ($tool in 'java', 'javac', 'jlink', 'mvn', 'candle', 'light', 'cl', 'rc', 'mc', 'link') {
        if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { Fail "missing: $tool" }
    }
}

function Read-Pin([string]$name) {
    $line = Select-String -Path "$PSScriptRoot\pins.sh" -Pattern "^$name=(.*)$"
    $line.Matches[0].Groups[1].Value
}

function Get-Pinned([string]$artifact, [string]$sha256) {
    $download = Join-Path $work 'download'
    $group, $name, $version, $kind, $classifier = $artifact -split ':'
    Invoke-Tool mvn -B -q -ntp (Read-Pin 'MAVEN_COPY') "-Dartifact=$artifact" "-DoutputDirectory=$download" | Out-Host
    $file = Join-Path $download "$name-$version-$classifier.$kind"
    $sum = (Get-FileHash -Algorithm SHA256 $file).Hash
    if ($sum -ne $sha256) { Fail "$file has the sum $sum, not $sha256" }
    $file
}

function Expand-Entry([string]$archive, [string]$entry, [string]$to) {
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    $zip = [IO.Compression.ZipFile]::OpenRead($archive)
    try {
        $found = $zip.GetEntry($entry)
        if (-not $found) { Fail "$archive holds no $entry" }
        [IO.Compression.ZipFileExtensions]::ExtractToFile($found, $to, $true)
    } finally { $zip.Dispose() }
}

function Get-Library([string]$pattern) { (Get-ChildItem "$stage\lib\$pattern" | Select-Object -First 1).FullName }

function Copy-Program {
    New-Item -ItemType Directory -Force "$stage\lib", "$stage\native", "$stage\bin" | Out-Null
    Copy-Item $jar, "$project\LICENSE" $stage
    Expand-Entry $jar 'META-INF/MANIFEST.MF' "$work\MANIFEST.MF"
    $manifest = (Get-Content -Raw "$work\MANIFEST.MF") -replace "\r?\n ", ''
    $classPath = [regex]::Match($manifest, '(?m)^Class-Path: (.*?)\r?$').Groups[1].Value
    foreach ($library in $classPath -split ' ') { Copy-Item "$target\$library" "$stage\$library" }
    Expand-Entry (Get-Library 'jna-[0-9]*.jar') 'com/sun/jna/win32-x86-64/jnidispatch.dll' "$stage\native\jnidispatch.dll"
    $sqlite = Get-Library 'sqlite-jdbc-*.jar'
    Expand-Entry $sqlite 'org/sqlite/native/Windows/x86_64/sqlitejdbc.dll' "$stage\native\sqlitejdbc.dll"
    $zip = [IO.Compression.ZipFile]::Open($sqlite, 'Update')
    try {
        @($zip.Entries | Where-Object { $_.FullName -like 'org/sqlite/native/*' }) | ForEach-Object { $_.Delete() }
    } finally { $zip.Dispose() }
}

function Copy-Runtime {
    if ($Runtime) { Copy-Item -Recurse $Runtime "$stage\runtime" }
    else {
        # java.desktop: the tray; java.sql: the history; java.naming and java.management: logback; jdk.unsupported: JNA's and
        # jackson's look at memory; jdk.crypto.ec is part of java.base since 22 and harmless before.
        # In quotes: PowerShell would make a list of words of it.
        Invoke-Tool jlink --add-modules 'java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,jdk.unsupported,jdk.zipfs' `
            --strip-debug --no-header-files --no-man-pages --compress 2 --generate-cds-archive --output "$stage\runtime"
        Remove-Item -ErrorAction SilentlyContinue "$stage\runtime\bin\server\classes_nocoops.jsa", "$stage\runtime\lib\jvm.lib"
    }
    foreach ($file in 'bin\java.exe', 'bin\server\jvm.dll') {
        if (-not (Test-Path "$stage\runtime\$file")) { Fail "the runtime has no $file" }
    }
}

function Copy-Service {
    $zip = Get-Pinned (Read-Pin 'PROCRUN_ARTIFACT') (Read-Pin 'PROCRUN_SHA256')
    New-Item -ItemType Directory -Force "$stage\licenses\commons-daemon" | Out-Null
    Expand-Entry $zip 'amd64/prunsrv.exe' "$stage\synwarden-service.exe"
    foreach ($text in 'LICENSE.txt', 'NOTICE.txt') { Expand-Entry $zip $text "$stage\licenses\commons-daemon\$text" }
}

function Copy-Licenses {
    Copy-Item "$PSScriptRoot\THIRD-PARTY.txt" "$stage\licenses"
    $named = Get-Content "$PSScriptRoot\THIRD-PARTY.txt"
    foreach ($library in Get-ChildItem "$stage\lib\*.jar") {
        $name = $library.BaseName -replace '-[0-9].*$', ''
        if (-not ($named | Where-Object { $_.StartsWith("$name ") })) { Fail "installer/THIRD-PARTY.txt does not name $name" }
        $zip = [IO.Compression.ZipFile]::OpenRead($library.FullName)
        try {
            $texts = $zip.Entries | Where-Object { $_.FullName -match '^META-INF/(.*LICENSE[^/]*|NOTICE[^/]*|AL2\.0|LGPL2\.1)$' }
            foreach ($text in $texts) {
                New-Item -ItemType Directory -Force "$stage\licenses\$name" | Out-Null
                [IO.Compression.ZipFileExtensions]::ExtractToFile($text, "$stage\licenses\$name\$($text.Name)", $true)
            }
        } finally { $zip.Dispose() }
    }
}

function New-Icon {
    Invoke-Tool javac -d "$work\icon" -cp $jar "$PSScriptRoot\WriteIcon.java"
    Invoke-Tool java '-Djava.awt.headless=true' -cp "$work\icon;$jar" org.synwarden.tray.WriteIcon "$work\synwarden.ico"
}

# The launchers and the texts of the Event Log; the static C library, so that nothing else is needed.
function New-Launchers {
    $source = "$PSScriptRoot\launcher"
    $objects = (New-Item -ItemType Directory -Force "$work\objects").FullName
    $numbers = ($version -replace '\.', ',') + ',0'
    $programs = @(
        @{ File = "$stage\bin\synwarden.exe"; Name = 'SYNWARDEN_CLI'; Kind = 'CONSOLE'; Sources = @("$source\launcher.c") },
        @{ File = "$stage\SynWarden.exe"; Name = 'SYNWARDEN_TRAY'; Kind = 'WINDOWS'; Sources = @("$source\launcher.c", "$source\tray.c") })
    foreach ($program in $programs) {
        $resources = "$objects\$($program.Name).res"
        Invoke-Tool rc /nologo /i $source /i $work "/dVERSION=\`"$version\`"" "/dVERSION_NUMBERS=$numbers" "/d$($program.Name)" "/fo$resources" "$source\launcher.rc"
        Invoke-Tool cl /nologo /std:c11 /O2 /W3 /WX /MT /utf-8 /DUNICODE /D_UNICODE /D_CRT_SECURE_NO_WARNINGS "/D$($program.Name)" "/Fo$objects\" `
            "/I$env:JAVA_HOME\include" "/I$env:JAVA_HOME\include\win32" $program.Sources $resources "/Fe$($program.File)" `
            /link "/SUBSYSTEM:$($program.Kind)" /MANIFEST:NO /DYNAMICBASE /HIGHENTROPYVA /NXCOMPAT shell32.lib user32.lib advapi32.lib
    }
    Push-Location $objects
    try {
        Invoke-Tool mc -h . -r . "$PSScriptRoot\events\events.mc"
        Invoke-Tool rc /nologo /foevents.res events.rc
        Invoke-Tool link /nologo /DLL /NOENTRY /MACHINE:X64 "/OUT:$stage\native\synwarden-events.dll" events.res
    } finally { Pop-Location }
}

# What wixl cannot write is put in by the same tables and statements as on Linux.
function Complete-Package {
    $statements = @(Get-Content "$project\wix\tables\then.sql")
    if ($ProjectUrl) {
        $links = @{ ARPURLINFOABOUT = $ProjectUrl; ARPHELPLINK = "$ProjectUrl/blob/main/docs/installer.md"; ARPURLUPDATEINFO = "$ProjectUrl/releases" }
        $statements += $links.Keys | ForEach-Object { "INSERT INTO Property (Property, Value) VALUES ('$_', '$($links[$_])')" }
    }
    Edit-Package $msi {
        param($database)
        foreach ($table in Get-ChildItem "$project\wix\tables\*.idt") { Invoke-Member $database 'Import' @($table.DirectoryName, $table.Name) | Out-Null }
        foreach ($statement in $statements) { Invoke-Statement $database $statement }
    }
}

# The same look at the tables as on Linux.
function Test-Package {
    $tables = (New-Item -ItemType Directory -Force "$work\tables").FullName
    Edit-Package $msi { param($database) Export-Tables $database $tables }
    Invoke-Tool java "$PSScriptRoot\CheckPackage.java" $tables "$project\wix\components.txt"
    $megabytes = [math]::Ceiling((Get-Item $msi).Length / 1000000)
    Write-Host "${msi}: $megabytes MB"
    if ($megabytes -gt $mostMegabytes) { Fail "that is more than $mostMegabytes MB" }
}

function New-Package {
    # UTF-8 without a mark, as javac's neighbour writes it: PowerShell's redirection would write UTF-16.
    & cmd /d /c "java `"$PSScriptRoot\FileList.java`" `"$stage`" synwarden-service.exe SynWarden.exe bin/synwarden.exe > `"$work\files.wxs`""
    if ($LASTEXITCODE -ne 0) { Fail 'FileList failed' }
    Push-Location $work
    try {
        Invoke-Tool candle -nologo -arch x64 "-dVersion=$version" "-dStage=$stage" "-dIcon=$work\synwarden.ico" -out "$work\" "$project\wix\synwarden.wxs" files.wxs
        # ICE61: the same version twice is no upgrade. ICE38, ICE43, ICE57, ICE91: the Start menu is taken for the user's own; in
        # a package for all users it is everybody's. The tables that are put in later no ICE sees.
        Invoke-Tool light -nologo -sice:ICE38 -sice:ICE43 -sice:ICE57 -sice:ICE61 -sice:ICE91 -out $msi synwarden.wixobj files.wixobj
    } finally { Pop-Location }
    Complete-Package
    Test-Package
}

function New-Zip {
    $name = "synwarden-$version-windows-x64"
    $copy = "$work\zip\$name"
    Copy-Item -Recurse $stage $copy
    Remove-Item -ErrorAction SilentlyContinue "$target\$name.zip"
    [IO.Compression.ZipFile]::CreateFromDirectory("$work\zip", "$target\$name.zip", 'Optimal', $false)
    $sums = foreach ($file in "synwarden-$version-x64.msi", "$name.zip") {
        (Get-FileHash -Algorithm SHA256 "$target\$file").Hash.ToLowerInvariant() + "  $file"
    }
    [IO.File]::WriteAllText("$target\SHA256SUMS", ($sums -join "`n") + "`n")
}

if (-not $ProjectUrl -and $env:GITHUB_REPOSITORY) { $ProjectUrl = "$env:GITHUB_SERVER_URL/$env:GITHUB_REPOSITORY" }
Find-Tools
Add-Type -AssemblyName System.IO.Compression, System.IO.Compression.FileSystem
if (Test-Path $work) { Remove-Item -Recurse -Force $work }
New-Item -ItemType Directory -Force $stage, "$work\icon" | Out-Null
Invoke-Tool mvn -B -q -ntp -f "$project\pom.xml" -DskipTests package
Expand-Entry $jar 'synwarden.properties' "$work\synwarden.properties"
$version = (Select-String -Path "$work\synwarden.properties" -Pattern '^version=(.*)$').Matches[0].Groups[1].Value.Trim()
if ($version -notmatch '^\d+\.\d+\.\d+$') { Fail "'$version' cannot be the version of a Windows package: it must be N.N.N" }
$msi = "$target\synwarden-$version-x64.msi"
Copy-Program
Copy-Runtime
Copy-Service
New-Icon
New-Launchers
Copy-Licenses
New-Package
New-Zip

# Changes finished packages through Windows Installer's own objects, which PowerShell knows no members of. Dot-sourced by
# build.ps1 and .github/workflows/windows.yml.

function Invoke-Member($on, [string]$name, [object[]]$with) {
    $on.GetType().InvokeMember($name, 'InvokeMethod', $null, $on, $with)
}

# Runs SCRIPT with the database of the package, and writes down what it has changed.
function Edit-Package([string]$package, [scriptblock]$script) {
    $installer = New-Object -ComObject WindowsInstaller.Installer
    $database = Invoke-Member $installer 'OpenDatabase' @($package, 1)
    try {
        & $script $database
        Invoke-Member $database 'Commit' $null | Out-Null
    } finally {
        [Runtime.InteropServices.Marshal]::FinalReleaseComObject($database) | Out-Null
        [Runtime.InteropServices.Marshal]::FinalReleaseComObject($installer) | Out-Null
    }
}

function Invoke-Statement($database, [string]$statement) {
    Write-Host $statement
    try {
        $view = Invoke-Member $database 'OpenView' @($statement)
        Invoke-Member $view 'Execute' @($null) | Out-Null
        Invoke-Member $view 'Close' $null | Out-Null
    } catch { throw "$statement : $_" }
}

# Every table, as NAME.idt in that folder.
function Export-Tables($database, [string]$folder) {
    $view = Invoke-Member $database 'OpenView' @('SELECT `Name` FROM `_Tables`')
    Invoke-Member $view 'Execute' @($null) | Out-Null
    while ($record = Invoke-Member $view 'Fetch' $null) {
        $table = $record.GetType().InvokeMember('StringData', 'GetProperty', $null, $record, @(1))
        Invoke-Member $database 'Export' @($table, $folder, "$table.idt") | Out-Null
    }
    Invoke-Member $view 'Close' $null | Out-Null
}

# The package code, which two packages must not share.
function Set-PackageCode($database, [string]$guid) {
    $summary = $database.GetType().InvokeMember('SummaryInformation', 'GetProperty', $null, $database, @(1))
    $summary.GetType().InvokeMember('Property', 'SetProperty', $null, $summary, @(9, $guid)) | Out-Null
    Invoke-Member $summary 'Persist' $null | Out-Null
}

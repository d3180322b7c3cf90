UPDATE Component SET Condition = 'NOT NOTRAY = "1"' WHERE Component = 'TrayAtLogon'
UPDATE Property SET Value = 'WIX_UPGRADE_DETECTED;WIX_DOWNGRADE_DETECTED;INSTALLDIR;NOTRAY;NATCAPACITY;CONFIG;REMOVEDATA' WHERE Property = 'SecureCustomProperties'
UPDATE InstallExecuteSequence SET Sequence = 1501 WHERE Action = 'RemoveExistingProducts'
INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('RemoveEnvironmentStrings', 3300)
INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('WriteEnvironmentStrings', 5200)
INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('MsiConfigureServices', 5830)
INSERT INTO CustomAction (Action, Type, Source, Target) VALUES ('RemoveData', 3170, 'TARGETDIR', '"[System64Folder]cmd.exe" /d /c rd /s /q "[DATA]"')
INSERT INTO InstallExecuteSequence (Action, Condition, Sequence) VALUES ('RemoveData', 'REMOVE = "ALL" AND REMOVEDATA = "1" AND NOT UPGRADINGPRODUCTCODE', 3510)
INSERT INTO CustomAction (Action, Type, Source, Target) VALUES ('StartAgain', 3410, 'command_line', 'service start')
INSERT INTO InstallExecuteSequence (Action, Condition, Sequence) VALUES ('StartAgain', 'Installed', 1525)

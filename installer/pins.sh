# What the Windows package is made of besides our own code: artifacts of Maven Central, pinned by their SHA-256.
# Sourced by installer/build and dev/wine/prepare.
# shellcheck shell=bash disable=SC2034

# A complete, unmodified Eclipse Temurin 21.0.9 runtime is inside, under jre/.
RUNTIME_ARTIFACT=org.sonarsource.scanner.cli:sonar-scanner-cli:8.1.0.6389:zip:windows-x64
RUNTIME_SHA256=73f0e71928673d5b2f39bb86213342a30e51a14c8eec345164016bb29c8df8ee

# procrun, the service host; its programs are signed by the Apache Software Foundation.
PROCRUN_ARTIFACT=commons-daemon:commons-daemon:1.5.1:zip:bin-windows
PROCRUN_SHA256=2fd4ab7dc417fa0479a48de8e243e46e8e476356f6fdc2349e850f224fcb0146

MAVEN_COPY=org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy

# fetch_pinned ARTIFACT SHA256 DIRECTORY: copies the artifact there, checks it and prints its path.
fetch_pinned() {
  local file name version kind classifier
  IFS=: read -r _ name version kind classifier <<<"$1"
  file=$3/$name-$version-$classifier.$kind
  "${MVN:-mvn}" -B -q -ntp "$MAVEN_COPY" -Dartifact="$1" -DoutputDirectory="$3" >&2 || return
  echo "$2  $file" | sha256sum --check --quiet >&2 || return
  echo "$file"
}

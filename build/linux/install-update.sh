#!/bin/sh
# Installs a newer Rathaus Desk: install-update.sh PACKAGE SHA256. Started by pkexec as root, and lies where root alone writes.
# The package lies with the person at the desk until the password is typed, and whoever runs as they do could exchange it
# meanwhile: so it is copied to where nobody else writes, and the copy is proved and installed.
# Ends with 0 installed, 1 another file or another program, or what dpkg ends with.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
umask 077

folder=$(mktemp -d /var/tmp/rathaus-desk.XXXXXXXX)
trap 'rm -rf "$folder"' EXIT
copy="$folder/update.deb"
cp -- "$1" "$copy"
echo "$2  $copy" | sha256sum --check --status || exit 1
[ "$(dpkg-deb --field "$copy" Package)" = rathaus-desk ] || exit 1
dpkg --install "$copy"

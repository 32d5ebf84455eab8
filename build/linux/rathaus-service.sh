#!/bin/sh
# RATHAUS_ROOT: where the package was unpacked, if it was not installed.
program="${RATHAUS_ROOT:-}/opt/rathaus-service"
exec "$program/bin/node" --disable-warning=ExperimentalWarning "$program/build/operate/command.ts" "$@"

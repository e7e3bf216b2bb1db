#!/bin/bash
# The command sixones of the package. Commands that need the data of this machine take their settings
# from /etc/sixones/sixones.conf where the environment has none, and root runs them as the user sixones.
set -euo pipefail
settings=/etc/sixones/sixones.conf
home=/usr/lib/sixones

fail() {
  echo "sixones: $1" >&2
  exit 64
}

read_settings() {
  local line name at=0
  while IFS= read -r line || [ -n "$line" ]; do
    at=$((at + 1))
    case $line in
      '' | '#'*) continue ;;
    esac
    name=${line%%=*}
    [ "$name" != "$line" ] && [[ $name =~ ^[A-Z][A-Z0-9_]*$ ]] ||
      fail "$settings, line $at: write NAME=VALUE without spaces around the =, or begin the line with #"
    [ -n "${!name+set}" ] || export "$name=${line#*=}"
  done <"$settings"
  export SIXONES_DATA="${SIXONES_DATA:-/var/lib/sixones}"
}

case ${1:-} in
  verify | archive) fail "$1 is for a checkout of Six Ones, not for the package" ;;
  serve | password | backup | restore | export-round | check-export | erase-round | erase-person)
    [ ! -r "$settings" ] || read_settings
    if [ "$(id -u)" = 0 ]; then
      umask 077
      exec setpriv --reuid=sixones --regid=sixones --init-groups --no-new-privs -- "$home/sixones" "$@"
    fi
    ;;
esac
exec "$home/sixones" "$@"

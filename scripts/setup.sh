#!/bin/sh
# Create .venv and install the plugin with the dependencies of a task: `setup.sh demo` or `setup.sh dev`.
set -eu
cd "$(dirname "$0")/.."
venv=.venv

log() { echo "setup: $*" >&2; }
die() { log "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Runs the program instead of looking for it: a version manager's shim may start nothing.
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
  for python in ${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14 python3.15}; do
    if new_enough "$python"; then echo "$python"; return; fi
  done
  return 1
}

can_apt() { has apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }
apt_get() {
  if [ "$(id -u)" = 0 ]; then DEBIAN_FRONTEND=noninteractive apt-get -qq "$@"
  else sudo -n DEBIAN_FRONTEND=noninteractive apt-get -qq "$@"; fi
}

make_venv() {
  python=$(find_python) || die "no Python 3.11 or newer found among ${PYTHON:-python3, python3.11 ...\
 python3.15}. Fix: install one, or set its path: make PYTHON=/path/to/python3"
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian and Ubuntu have this part of Python in a separate package.
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if can_apt; then
      log "installing the system package $package to create virtual environments"
      { apt_get update && apt_get install -y --no-install-recommends "$package"; } >/dev/null || true
    fi
  fi
  if "$python" -c 'import ensurepip, venv' 2>/dev/null; then "$python" -m venv --clear "$venv"
  elif has virtualenv; then virtualenv --quiet --clear --python "$python" "$venv"
  elif has uv; then uv venv --quiet --clear --seed --python "$python" "$venv"
  else die "this Python cannot create virtual environments. Fix: sudo apt-get install $package"; fi
}

# Replace an environment that is broken: by an interrupted setup or a removed Python.
if ! { new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }; then
  make_venv
fi

log "installing into $venv (the first time takes a minute or two)"
# Only errors: warnings from pip are noise here.
pip() { "$venv/bin/python" -m pip --disable-pip-version-check -qq "$@"; }
# The pip of older Pythons does not support dependency groups.
pip install --upgrade 'pip>=25.1'
case $1 in
  demo) pip install --editable '.[material]' ;;
  dev) pip install --editable '.[material]' --group dev; touch "$venv/.dev" ;;
  *) die "unknown argument $1. Fix: use demo or dev" ;;
esac
touch "$venv/.demo"

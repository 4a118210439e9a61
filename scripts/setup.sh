#!/bin/sh
# Make .venv and install the plugin with what a task needs: `setup.sh demo` or `setup.sh dev`.
set -eu
cd "$(dirname "$0")/.."
venv=.venv

say() { echo "setup: $*" >&2; }
die() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Starts it rather than looking for it: a version manager's stand-in may start nothing.
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
  python=$(find_python) || die "no Python 3.11 or newer among ${PYTHON:-python3, python3.11 ...\
 python3.15}. Install one, or name one: make PYTHON=/path/to/python3"
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian and Ubuntu keep this part of Python in a package of its own.
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if can_apt; then
      say "installing the system package $package, for Python to make environments"
      { apt_get update && apt_get install -y --no-install-recommends "$package"; } >/dev/null || true
    fi
  fi
  if "$python" -c 'import ensurepip, venv' 2>/dev/null; then "$python" -m venv --clear "$venv"
  elif has virtualenv; then virtualenv --quiet --clear --python "$python" "$venv"
  elif has uv; then uv venv --quiet --clear --seed --python "$python" "$venv"
  else die "this Python makes no environments. Run: sudo apt-get install $package"; fi
}

# A folder that an interrupted set-up or a removed Python left behind is made anew.
if ! { new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }; then
  make_venv
fi

say "installing into $venv: the first time takes a minute or two"
# Errors alone: a warning of pip's helps nobody here.
pip() { "$venv/bin/python" -m pip --disable-pip-version-check -qq "$@"; }
# The pip that comes with an older Python knows no dependency groups.
pip install --upgrade 'pip>=25.1'
case $1 in
  demo) pip install --editable '.[material]' ;;
  dev) pip install --editable '.[material]' --group dev; touch "$venv/.dev" ;;
  *) die "knows demo and dev, not $1" ;;
esac
touch "$venv/.demo"

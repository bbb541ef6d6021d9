#!/usr/bin/env bash
# Feeds exported plans to the frameworks' own readers and prints a table of what they say.
#
# Installs torch, deepspeed and jax from PyPI into .build/launchers, so this is no part of the usual
# checks. Usage: Tests/verify-launchers.sh <rhumb>
set -euo pipefail
rhumb=$1
root=$(cd "$(dirname "$0")/.." && pwd)
environment="$root/.build/launchers"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -x "$environment/bin/python" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet torch numpy setuptools deepspeed jax >&2
fi

# A job and what to fix of it, each a plan of another kind.
cases=(
  "llama-3-70b-dgx-h100.yaml tp=8,pp=4,vp=1"
  "llama-3-70b-dgx-h100.yaml tp=8,pp=4,vp=4"
  "gpt-7.5b-hybrid.yaml pp=2,schedule=gpipe,zero=1,recompute=full"
  "llama-3-70b-dgx-h100.yaml tp=8,pp=4,schedule=zb-h1"
  "llama-3-70b-dgx-h100.yaml tp=8,pp=4,schedule=zb-h2"
  "llama-3-70b-dgx-h100.yaml tp=8,pp=4,schedule=zb-v"
  "llama-3-70b-dgx-h100.yaml tp=8,pp=4,schedule=v-half"
  "llama-3-70b-dgx-h100.yaml tp=8,pp=4,schedule=v-min"
  "gpt-7.5b-hybrid.yaml pp=4,schedule=breadth-first,vp=3,recompute=full"
  "gpt-7.5b-hybrid.yaml pp=2,vp=1"
  "mixtral-8x7b-dgx-h100.yaml ep=8"
  "llama-3-8b-one-node.yaml zero=3"
  "llama-3-8b-one-node.yaml zero=1,tp=2"
)
number=0
for case in "${cases[@]}"; do
  number=$((number + 1))
  read -r job fixed <<< "$case"
  directory="$work/$number"
  if ! RHUMB_CATALOG="$root" "$rhumb" plan "$root/Examples/$job" --fix "$fixed" --top 1 \
      --output "$directory" > /dev/null; then
    echo "no plan for $case" >&2
    continue
  fi
  RHUMB_CATALOG="$root" "$rhumb" export "$directory/plan-1.json" --output "$directory" 2> /dev/null
  echo "${job%.yaml} $fixed" > "$directory/title"
done
# DeepSpeed otherwise looks for a device, and tells on standard output that there is none.
export DS_ACCELERATOR=cpu
"$environment/bin/python" "$root/Tests/verify_launchers.py" "$work"
